"""Invented texts that several tests of the reading room share."""

PAGE = """<!DOCTYPE html><html lang="en"><head>
<title>Rebels claim bridge at Orlo Ford - World - The Lantern</title>
<meta property="og:site_name" content="The Lantern">
<link rel="canonical" href="https://lantern.example/world/orlo-ford">
<script>var clock = "Saturday";</script></head>
<body class="has-sidebar"><header><div class="clock">Saturday, 27 April 2024</div><a href="/">Home</a>
<ul class="nav"><li>World<li>Sport</ul></header>
<main><div class="wrap"><h1>Rebels claim bridge at Orlo Ford</h1><p class="byline">By Ana Novy</p>
<time datetime="2031-05-06">6 May 2031</time>
<p>KALVIN, May 6 (LNA) — Rebels said on Tuesday that they had taken the bridge. The army denied it.</p>
<div class="share-buttons"><button>Share</button> Tweet</div>
<blockquote class="twitter-tweet"><p>We hold the bridge.</p>&mdash; Rebel Press (@rebelpress)
<a href="#">May 6, 2031</a></blockquote>
<h2>What the army says</h2>
<p>"The bridge is ours," the army's <b>spokesman</b> Ivo Kral said.<br>He gave no losses of his own side.</p>
<blockquote>We shall not leave this river, the general wrote to his men.</blockquote>
<figure><img src="b.png"><figcaption>The bridge, seen in April.</figcaption></figure>
<p>Read more: Other story</p></div></main>
<aside><p>A story about something else that is long enough to count as running text.</p></aside>
<div id="comments"><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div>
<footer>© 2024 The Lantern. All rights reserved.</footer></body></html>"""

FLAT = (
    "Army says Orlo Ford is safe\nlantern\nSunday 4 May 2031 Army says Orlo Ford is safe. The army said on Sunday that "
    "the ford was safe. Rebels told reporters that it was not. --LNA"
)

LINES = """RU UA EN

Saturday, 27 April
world

Battle for Orlo Ford: dozens captured

Fighting was reported on Sunday along the river Orlo, where rebels hold two villages.

A tale of two bridges

"We hold both," a rebel spokesman said. The army gave no figures for its own losses.

Leave a Reply

Your email address will not be published. Required fields are marked *
"""
