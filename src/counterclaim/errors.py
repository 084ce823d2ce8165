"""What can go wrong that a user can put right: one class a thing, one base for all.

A message names the offending file or value and the remedy; only the command line turns it into prose.
"""


class CounterclaimError(Exception):
    """The base of every error that counterclaim raises on purpose."""


class NothingReadable(CounterclaimError):
    """None of the given sources holds a report that can be read."""


class MissingSource(CounterclaimError):
    """A given file or folder does not exist."""


class MissingPipeline(CounterclaimError):
    """The language pipeline that was asked for is not installed."""


class DamagedWeights(CounterclaimError):
    """The files of the attribution tagger are missing or changed."""


class DamagedLedger(CounterclaimError):
    """A ledger cannot be read, or says of its own text what the text does not hold."""


class BusyLedger(CounterclaimError):
    """Another program is writing to the ledger."""


class NotWritable(CounterclaimError):
    """The output folder cannot be written."""


class BadOption(CounterclaimError):
    """An option has a value that cannot be meant."""


class DamagedStore(CounterclaimError):
    """The workspace database is damaged, or belongs to another program."""


class BusyStore(CounterclaimError):
    """The workspace database is held by another program for too long."""


class NoDatabase(CounterclaimError):
    """The database that was named cannot be reached, or lets nobody in."""


class BadDecision(CounterclaimError):
    """A decision that cannot be meant: an unknown action, slot or value, or lines that hold none."""


class WorkerLost(CounterclaimError):
    """The processes that read reports die, again and again."""


class NoCluster(CounterclaimError):
    """There is no Ray cluster that answers."""


class NotFetched(CounterclaimError):
    """An address of the web gave no report, or may not be asked."""
