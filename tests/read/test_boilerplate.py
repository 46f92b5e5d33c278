"""What is marked as no part of the story, and the story sentences that must stay."""

from __future__ import annotations

import pytest

from rashomon.read.boilerplate import find_boilerplate, folded, is_filler, shipped_rules
from rashomon.text import Range

MARKED = [
    ("Read also: Kite maker lays off half its staff", "related-link"),
    ("READ MORE: Ten kites to fly before you are forty", "related-link"),
    ("• Related: Why string snaps", "related-link"),
    ("See also: our guide to wind", "related-link"),
    ("Watch: kites over the harbour", "related-link"),
    ("Live updates: the kite finals", "related-link"),
    ("Sign up for our daily newsletter to get kites in your inbox.", "newsletter"),
    ("Subscribe to Kite Weekly", "newsletter"),
    ("Share this article", "share"),
    ("Follow us on Twitter and Facebook", "share"),
    ("Facebook Twitter Email", "share"),
    ("Follow Kite Weekly on Instagram, Facebook and YouTube.", "share"),
    ("Subscribe to the Kite Weekly YouTube channel for more.", "share"),
    ("SOURCE: Kite agencies", "agency-credit"),
    ("If you buy a kite through this page, we may earn a commission.", "copyright"),
    ("Filed under: Kites |", "navigation"),
    ("Explore further", "navigation"),
    ("Leave a comment", "comments"),
    ("What do you think? Tell us in the comments below.", "comments"),
    ("Do you have a kite story? Email us at kites@example.org.", "reader-call"),
    ("Reporting by Jane Doe; editing by John Roe", "author-blurb"),
    ("(Reporting by Jane Doe in Oslo; Editing by John Roe)", "author-blurb"),
    ("Jane Doe contributed to this report.", "author-blurb"),
    ("Follow her on Twitter @janedoe", "author-blurb"),
    ("Photo: Jane Doe", "image-credit"),
    ("Jane Doe/AFP/Getty Images", "image-credit"),
    ("AP Photo/Jane Doe", "image-credit"),
    ("© 2024 Kite Weekly", "copyright"),
    ("(c) 2024 Kite Weekly", "copyright"),
    ("Copyright 2024 Kite Weekly. All rights reserved.", "copyright"),
    ("This material may not be published, broadcast, rewritten or redistributed.", "copyright"),
    ("We use cookies to give you the best experience.", "cookies"),
    ("By continuing to use this site you agree to our terms.", "cookies"),
    ("Skip to main content", "navigation"),
    ("Story continues below advertisement", "navigation"),
    ("ADVERTISEMENT", "navigation"),
    ("4 min read", "navigation"),
    ("This is a developing story and will be updated.", "update-notice"),
    ("Check back for updates.", "update-notice"),
    ("Pictures of the kites, pages 4 and 5", "related-link"),
    ("SEE PAGE 12", "related-link"),
    ("KITES AT WAR: Why the string snapped - page 54", "related-link"),
    ("More Weekly stories: Rope found | Wind outlook", "related-link"),
    ("Read too: Ten years of kites", "related-link"),
    ("How safe is my kite? Read our guide in five charts.", "related-link"),
    ("Correction: an earlier version of this article misstated the length of the string.", "correction"),
    ("Senior correspondent Jane Doe reports from the hill.", "related-link"),
    ("Here's a gallery of pictures of the kites on Sunday.", "related-link"),
    ("The Kite Weekly is on sale every Friday.", "house-notice"),
    ("The Kite Weekly goes to the printer on Tuesdays.", "house-notice"),
    ("This release contains forward-looking statements.", "house-notice"),
    ("The author owns shares in a maker of string.", "house-notice"),
    ("If you have been affected by this story, help is available.", "house-notice"),
    ("($1 = 7.2 crowns)", "house-notice"),
    ("Get Kite alerts: text KITE to 40400", "newsletter"),
    ("Download the Kite app for the best winds.", "newsletter"),
    ("Support independent kite news: chip in $5 a month", "newsletter"),
    ("Watch Kite TV at 5 and 6 for the latest.", "newsletter"),
    ("Are you on the hill? Call our newsdesk.", "reader-call"),
    ("Have you a picture of the kite? Send it to our newsdesk.", "reader-call"),
    ("(With inputs from Jane Doe in Oslo)", "author-blurb"),
    ("By Jane Doe, with files from Kite Press", "author-blurb"),
    ("(jd/rm)", "author-blurb"),
    ("BNT SKJ RDM", "author-blurb"),
    ("Photo: A kite over the harbour. (Kite Weekly)", "image-credit"),
    ("Picture by a reader.", "image-credit"),
    ("(Updates with minister, background)", "update-notice"),
    ("(10:15 GMT. More follows.)", "update-notice"),
    ("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "filler"),
    ("Title here: dolor sit amet, sed vestibulum augue nec tellus.", "filler"),
]

STORY = [
    "Read also the fine print, the minister warned the kite makers on Monday.",
    "Related charges against the kite maker were dropped in May.",
    "See also how the wind had turned, she told the court.",
    "Watchdogs fined the kite maker 4 million euros.",
    "Watch sales fell 12 percent last year.",
    "More: that was the word on every banner at the rally of some two thousand kite flyers in the square in front of "
    "the old town hall, where the mayor had promised to speak and then did not, sending his deputy instead.",
    "Subscribers to the newsletter were told of the breach on Friday.",
    "Sign up for the census by Friday, the governor urged residents.",
    "Share prices fell 3 percent after the announcement.",
    "Share this burden with us, the president told the allies.",
    "Following his posts on Twitter, the police found ten kites.",
    "Sources: two kite makers who asked not to be named told the court so on Monday.",
    "Tagged birds returned to the pier, the warden said.",
    "Follow us, the guide shouted, and eleven climbers did.",
    "Twitter said it would fight the order in court.",
    "Comments by the minister angered the kite makers.",
    "What do you think will happen to the 40 workers, he asked.",
    "Do you have any weapons, the officer asked the driver.",
    "Jane Doe is a reporter for the Kite Weekly who was arrested in March and freed on Tuesday.",
    "Photo enforcement will begin in June, the council said.",
    "Photo: that was the only word on the note, which police found beside the victim's car on Monday morning.",
    "The rights to the song are reserved for her children.",
    "Copyright law does not cover kites, the court ruled.",
    "Copyright 2020 was the title of the exhibition, which 400 people saw.",
    "We use cookies as bait, the trapper said, and it works.",
    "By clicking the link, 200 employees let the thieves in.",
    "Home sales rose 4 percent in March.",
    "Ads worth $3 million were bought by the campaign.",
    "Video of the attack was shown in court.",
    "Advertising revenue fell by a third.",
    "Getty Images sued the kite maker for $2 million in a London court on Monday, saying its pictures had been copied.",
    "Tags were found on nine of the birds.",
    "This is a developing country, he said, and it needs roads.",
    "Additional information about the 12 victims was withheld.",
    "The names are on page 4 of the report, the judge said.",
    "More people than ever flew kites, stories from the hill say.",
    "Correction officers found two kites in the cell.",
    "The book is on sale in every shop of the town.",
    "Get out of the way, the pilot told the children on the hill.",
    "Support independent courts, the minister told the crowd.",
    "Are you one of them, the judge asked the witness.",
    "He wrote the letter by hand, and sent it to the mayor.",
    "Special correspondent Jane Doe was freed on Tuesday.",
    "Here's a look at the law, the judge told the jury.",
    "Recasts of the bronze kite were sold for $400.",
    "Previously the record stood at 42 kites.",
]


def marked(*paragraphs: str) -> list[str]:
    """Return the reason that each paragraph gets as a whole, "" where it gets none."""
    text = "\n".join(paragraphs)
    starts = [sum(len(p) + 1 for p in paragraphs[:n]) for n in range(len(paragraphs))]
    ranges = [Range(start, start + len(p)) for start, p in zip(starts, paragraphs, strict=True)]
    found = {mark.range: mark.reason for mark in find_boilerplate(text, ranges, shipped_rules())}
    return [found.get(place, "") for place in ranges]


@pytest.mark.parametrize(("words", "reason"), MARKED)
def test_marks_what_is_no_part_of_the_story(words: str, reason: str) -> None:
    assert marked("The kite club met on Monday.", words) == ["", reason]


@pytest.mark.parametrize("words", STORY)
def test_leaves_sentences_of_the_story(words: str) -> None:
    assert marked("The kite club met on Monday.", words, "It was windy.") == ["", "", ""]


def test_a_heading_of_links_takes_the_links_below_it_and_no_sentence() -> None:
    found = marked(
        "Related stories", "Kite maker to close", "Ten dead in gale", "The club was founded in 1990.", "Open end"
    )
    assert found == ["related-link", "related-link", "related-link", "", ""]


def test_a_heading_of_links_takes_only_so_many() -> None:
    found = marked("Related stories", *[f"Kite number {n} flies" for n in range(20)])
    assert found[:13] == ["related-link"] * 13
    assert found[13:] == [""] * 8


def test_an_author_heading_takes_one_blurb() -> None:
    found = marked("About the author", "Jane Doe lives in Oslo and flies kites.", "Four people were hurt.")
    assert found == ["author-blurb", "author-blurb", ""]


def test_an_author_line_counts_only_at_the_end() -> None:
    blurb = "Jane Doe covers kites. Find her on Twitter"
    story = ["The kite club met on Monday."] * 8
    assert marked(*story, blurb)[-1] == "author-blurb"
    assert marked(blurb, *story)[0] == ""


@pytest.mark.parametrize(
    ("words", "tail"),
    [
        ("Kites over the harbour on Monday. (AP Photo/Jane Doe)", "(AP Photo/Jane Doe)"),
        ("Kites over the harbour. (Photo by Jane Doe/Getty Images)", "(Photo by Jane Doe/Getty Images)"),
        ("Two kites collided (see related story).", "(see related story)."),
    ],
)
def test_marks_a_credit_at_the_end_of_a_paragraph_and_leaves_the_rest(words: str, tail: str) -> None:
    found = find_boilerplate(words, [Range(0, len(words))], shipped_rules())
    assert [mark.range.of(words) for mark in found] == [tail]


@pytest.mark.parametrize(
    "words", ["Two kites collided (in May).", "It cost $4 (about 3 euros)", "It fell (the kite, not the man)"]
)
def test_leaves_parentheses_that_tell_something(words: str) -> None:
    assert find_boilerplate(words, [Range(0, len(words))], shipped_rules()) == ()


def test_english_with_a_latin_word_is_no_filler() -> None:
    assert not is_filler(
        "The magna carta and the tempus fugit banner hung beside a clock in the hall.", shipped_rules()
    )
    assert not is_filler("Ipsum dolor", shipped_rules())


def test_folding_straightens_quotes_and_takes_bullets_off() -> None:
    assert folded("  * Don\u2019t  MISS ") == "don't miss"


def test_every_rule_of_the_table_can_hold() -> None:
    for rule in shipped_rules().rules:
        assert rule.whole or rule.starts or rule.contains or rule.ends or rule.initials, rule
        assert rule.scope in ("line", "next", "list", "tail"), rule
        assert all(cue == cue.lower() and cue for cue in (*rule.whole, *rule.starts, *rule.contains, *rule.ends)), rule
