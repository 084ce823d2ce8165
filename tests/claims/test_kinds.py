"""A sentence beside the claims in it: kind, count (low, high) or None, and "-" where it did not happen."""

import pytest
from making import found

HARM = [
    ("Three men were killed when rebels shelled the harbour of Velin.", ["killed 3 3", "responsibility"]),
    ("The ferry sank off Dorra island, drowning 42 people.", ["destroyed 1 1", "killed 42 42"]),
    ("The death toll from the flood rose from 5 to 22.", ["killed 22 22"]),
    ("Toll rises to 22 in Velin blast", ["killed 22 22"]),
    ("58 Killed in Mine Collapse", ["killed 58 58"]),
    ("24 dead and 200 injured as quake hits Dorra", ["killed 24 24", "wounded 200 200"]),
    ("25 killed, 80 injured in blast", ["killed 25 25", "wounded 80 80"]),
    ("A man, 37, died.", ["killed 1 1"]),
    ("The killing of a judge shocked the city.", ["killed 1 1"]),
    ("The blast killed 12 people, including four children.", ["killed 12 12", "killed 4 4"]),
    ("At least 9 nurses were among the 31 people killed in the fire.", ["killed 9 -", "killed 31 31"]),
    ("He was shot dead by a sniper.", ["killed 1 1", "responsibility"]),
    ("The flood claimed the lives of 14 farmers.", ["killed 14 14"]),
    ("The fire left 24 people dead and two others missing.", ["killed 24 24", "missing 2 2"]),
    ("At least 30 passengers were missing after the ship capsized.", ["missing 30 -", "destroyed 1 1"]),
    ("Hundreds of miners are trapped underground.", ["trapped words"]),
    ("About 3,000 villagers fled their homes.", ["displaced 3000 3000"]),
    ("About 3,000 people have fled the town since Sunday.", ["displaced 3000 3000"]),
    ("About 700 people are housed in tents.", ["displaced 700 700"]),
    ("About 900 villagers left Dorra and 300 left Velin.", ["movement 900 900", "movement 300 300"]),
    ("The evacuation process resumed on Monday.", ["displaced"]),
    ("The families were not allowed to leave.", ["trapped"]),
    ("Forty buses were stuck on the road.", ["trapped 40 40"]),
    ("A snowfall halted and stranded thousands.", ["trapped words"]),
    ("The number of civilians killed in the town rose to 17 on Monday.", ["killed 17 17"]),
    ("Two men died and nine were wounded, including three children.", ["killed 2 2", "wounded 9 9", "wounded 3 3"]),
    ("There were 17 casualties, including nine wounded soldiers.", ["killed 17 17", "wounded 9 9"]),
    ("An officer and bomb technician were killed.", ["killed 2 2"]),
    ("30 soldiers and 12 rebels had been killed.", ["killed 30 30", "killed 12 12"]),
    ("The fire killed 20 people, among them six children.", ["killed 20 20", "killed 6 6"]),
    ("The victims included 20 women and 15 miners.", ["killed 20 20", "killed 15 15"]),
    (
        "20 people were killed, including 13 nurses, and more than 30 wounded.",
        ["killed 20 20", "killed 13 13", "wounded 30 -"],
    ),
    ("Nine miners killed others injured in blast", ["killed 9 9", "wounded"]),
    ("The murder on 26 February of the mayor was condemned.", ["killed 1 1"]),
    ("Two women and a man died.", ["killed 3 3"]),
    ("Five dead, dozens injured in Velin blast", ["killed 5 5", "wounded words"]),
    ("Bomb kills miner, wounds 25 in Velin", ["killed 1 1", "wounded 25 25"]),
    ("She is the second climber to die there.", ["killed 1 1"]),
    ("Medics were able to treat 12 people for burns.", ["wounded 12 12"]),
    ("His body was found under the rubble.", ["killed 1 1"]),
    ("The soldiers lost four armoured vehicles.", ["destroyed 4 4"]),
    ("No one was injured in the blast.", ["wounded 0 0 no"]),
    ("Neither side has suffered losses.", ["killed no"]),
]

FORCE = [
    ("Soldiers seized the state television building in a coup on Tuesday.", ["control"]),
    ("Government troops retook the airport from the rebels.", ["control"]),
    ("The rebels took control of the airport.", ["control"]),
    ("The town fell to the rebels.", ["control"]),
    ("The rebels failed to enter the town.", ["control no"]),
    ("A Velin court jailed the two officers.", ["captured 2 2"]),
    ("Both women were held in the town jail.", ["captured 2 2"]),
    ("His brother will remain in custody.", ["captured 1 1"]),
    ("The police said they had detained 86 people.", ["captured 86 86"]),
    ("Gunmen took 20 hostages at the embassy.", ["captured 20 20"]),
    ("The navy seized two trawlers.", ["seized 2 2"]),
    ("Six rifles were found and confiscated.", ["seized 6 6"]),
    ("The army has cut electricity to the port.", ["blockade"]),
    ("The strike by dockers paralysed the port.", ["blockade"]),
    ("Fighters withdrew from the village overnight.", ["movement"]),
    ("The army tried to retake the bridge.", ["movement"]),
    ("The rebels opened a campaign to capture the port.", ["movement"]),
    ("The front launched an attack to retake the port.", ["responsibility"]),
    ("The army began an operation to retake the port.", ["movement"]),
    ("The boats turned course, reversed course and fled.", ["movement"]),
    ("Aid and medical teams were dispatched to the island.", ["movement"]),
    ("Soldiers were in the village on Monday.", ["movement"]),
    ("The general sent most of his troops to the coast.", ["movement"]),
    ("The rebels were on the run.", ["movement"]),
    ("Militants repelled two attempts to overrun the camp.", ["movement"]),
    ("Six boats approached the freighter.", ["movement 6 6"]),
    ("The valley is under rebel control.", ["control"]),
    ("Dorra is the only town to remain out of the rebels' control.", ["control no"]),
    ("Reports of the port being held by rebels were confirmed.", ["control"]),
    ("The rebels have taken 60 percent of the city.", ["control"]),
    ("Soldiers seized a hilltop.", ["control"]),
    ("Two undersea cables were cut.", ["destroyed 2 2"]),
    ("Up to 60% of communications were disrupted.", ["blockade"]),
    ("The governor failed to stop dockers from blocking the port.", ["blockade"]),
    ("The front claimed responsibility for the bombing.", ["responsibility"]),
    ("Militants attacked a convoy, killing six soldiers and wounding nine.",
     ["responsibility", "killed 6 6", "wounded 9 9"]),
    ("Rebels killed nine guards.", ["responsibility", "killed 9 9"]),
    ("The shells were launched by militants near the mill.", ["responsibility"]),
    ("Pirates attacked nearly 100 vessels.", ["responsibility 100 100"]),
    ("The rebels fired 40 rockets at the port.", ["responsibility 40 40"]),
    ("One protester threw a stone at the guards.", ["responsibility"]),
    ("Two mortar shells hit the market of Velin.", ["responsibility 2 2"]),
    ("The League claimed the bombing of the mill.", ["responsibility"]),
    ("The deaths were caused by a gas.", ["responsibility"]),
    ("Dozens hurt as quake hits Dorra", ["wounded words"]),
    ("Air strikes led by the alliance killed 12 miners.", ["responsibility", "killed 12 12"]),
    ("The raid, carried out by the rebels, left nine dead.", ["responsibility", "killed 9 9"]),
    ("The council held the army responsible for the blast.", ["responsibility"]),
]  # fmt: skip

WORDS = [
    ("The rebels rejected the offer of a ceasefire.", ["talks"]),
    ("The general demanded that the mayor resign.", ["talks"]),
    ("The front called on the army to lift its siege.", ["talks"]),
    ("Talks between the two sides collapsed.", ["talks"]),
    ("The ministry insisted on a withdrawal.", ["talks"]),
    ("The claim is false, the governor said.", ["denial"]),
    ("The ministry denied that its troops had shelled the camp.", ["denial", "responsibility no"]),
    ("Marlund has been arming the rebels.", ["support"]),
    ("Marlund's involvement in the war was exposed.", ["support"]),
    ("About 200 protesters stormed the palace.", ["crowd 200 200", "movement 200 200"]),
    ("Tens of thousands of people marched through the capital.", ["crowd words"]),
    ("A further 3,000 people joined the marches in Velin.", ["crowd 3000 3000"]),
]

NOTHING = [
    "Her death was mourned.",
    "The general told a press conference.",
    "The mayor was heading a community meeting.",
    "The boy was armed with a pistol.",
    "One protester waved.",
    "The minister hoped to visit the town.",
    "The match will take place on Sunday.",
    "The plan was professionally executed.",
    "The vote was held behind closed doors.",
    "The pick-up truck was parked near the harbour.",
    "The Homicide Bureau has a new office.",
    "The police would not discuss the case.",
    "Anyone with information is asked to call.",
    "He wants information leading to an arrest.",
    "A great deal of money was made.",
    "The deaths on Wednesday were mourned.",
    "The storm caused damage to roofs.",
    "The navy conducted an assessment of the harbour.",
    "How many were injured is not known.",
    "The injured people were given blankets.",
    "The situation on the island was under control.",
    "The fire was out of control.",
    "The country has entered a period of calm.",
    "The minister arrived in Velin for a visit.",
    "The shoppers returned to the market.",
    "Villagers returned to work.",
    "The grenade went off in the hands of a recruit.",
    "The state-run agency has a new office.",
    "The law bars soldiers from entering the town.",
    "Gunmen fought to oust the minister.",
    "The army held back the crowd.",
    "She pushed a child out of the way.",
    "The robber held a knife.",
    "The mayor holds office.",
    "The clerk was leaving his home.",
    "The team is to be headed by a nurse.",
    "The firm will deploy the update.",
    "The team never had control of the match.",
    "The company runs Orsk.",
    "He recovered from the flu.",
    "The team was angry after its loss at Velin.",
    "A clerk found the letter.",
    "The global slowdown went on.",
    "A reward was offered for the persons responsible for the blast.",
    "The ministry insisted that its inspection had found no weapons.",
    "The depot holds stocks of lethal gas.",
    "Parliament debates the president's plan for army strikes.",
]


@pytest.mark.parametrize("text, claims", [*HARM, *FORCE, *WORDS])
def test_kinds_and_counts(text: str, claims: list[str]) -> None:
    assert sorted(map(told, found(text))) == sorted(claims)


@pytest.mark.parametrize("text", NOTHING)
def test_idioms_and_things_told_of_before_claim_nothing(text: str) -> None:
    assert [told(draft) for draft in found(text)] == []


def told(draft: object) -> str:
    """A draft in short: kind, count, "no"."""
    count = draft.quantity
    parts = [draft.kind]
    if count is not None and count.low is None and count.high is None:
        parts.append("words")
    elif count is not None:
        parts += ["-" if n is None else str(n) for n in (count.low, count.high)]
    return " ".join(parts + (["no"] if draft.polarity == "-" else []))
