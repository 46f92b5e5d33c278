"""Write the table of given names from the US Census Bureau's 1990 name files (public domain).

`python training/gazetteer/given_names.py FOLDER OUTPUT` reads `dist.male.first` and `dist.female.first` in FOLDER (they
come in the registry package `names` 0.3.0) and writes OUTPUT, a TOML file. The further names stand in this script.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

MOST_MALE, MOST_FEMALE = 1000, 1700
# What the census of 1990 lacks: given names frequent in news from elsewhere, written from general knowledge.
FURTHER = """
ahmed ahmad mohammed muhammad mohamed mohammad mahmoud mahmud mustafa ali hassan hussein omar osama khaled khalid tariq
abdul abdullah abdallah abdel abdirahman ibrahim ismail youssef yousef yusuf saad saeed said salim salem sami samir nabil
nasser nouri jalal hamid hamad hamza bashar bilal faisal fahad fatima aisha amina zainab mariam layla leila noor nour
rashid rafik riyad ramzi tayyip recep mehmet mustafa kemal murat emre abdulla pervez imran nawaz asif benazir shah bilawal
narendra rahul sonia manmohan rajiv sanjay vijay anil amit arun ashok deepak ravi suresh ramesh rajesh mukesh sachin virat
priya anita sunita pooja kavita lakshmi arvind atal sushma akhilesh yogi vladimir dmitry dmitri sergei sergey aleksandr
alexei aleksei andrei boris igor ivan mikhail nikolai oleg pavel pyotr viktor vitaly volodymyr yevgeny yuri yulia natalia
olga svetlana tatiana irina oksana petro leonid konstantin anatoly bogdan jaroslaw lech wojciech krzysztof andrzej
tomasz pawel jan jiri vaclav milan milos zoran slobodan goran dragan nikola novak jürgen juergen hans heinz klaus dieter
wolfgang helmut gerhard günter angela ursula olaf friedrich jacques francois françois nicolas jean pierre michel marcel
emmanuel thierry laurent philippe yves gerard dominique segolene marine silvio giorgio giovanni giuseppe paolo matteo
luigi mario romano enrico beppe giorgia massimo roberto sergio jose josé juan jorge luis hugo evo rafael felipe
fidel raul raúl ernesto enrique andres andrés santiago diego javier pedro pablo gabriel guillermo alvaro cristina
dilma luiz lula jair fernando joao joão mauricio rodrigo gustavo nicolas nicolás kim-jong kofi nelson thabo jacob cyril
desmond robert-mugabe morgan mwai raila uhuru yoweri goodluck olusegun muhammadu abiy haile isaias meles hiroshi shinzo
junichiro yoshihiko naoto taro yukio kenji takeshi akira haruki naomi yuki satoshi shigeru ichiro hideki sakura
jintao jinping wen xiaoping jiabao keqiang zedong jong-un jong-il jae-in moon-soo ban park yoon thaksin yingluck prayut
aung suharto megawati susilo joko prabowo benigno rodrigo ferdinand imelda gloria corazon anwar najib mahathir lee
benjamin binyamin ehud ariel avigdor tzipi yair naftali shimon yitzhak moshe golda david uri mahmoud ismail yasser
erik lars anders magnus sven bjorn björn jens olof göran fredrik gustav mette henrik jari mika kimi pekka sauli
liam conor seamus siobhan niamh aoife declan ciaran enda bertie angus hamish ewan callum alistair alasdair fiona nigel
gareth rhys dylan graham gordon tony boris theresa jeremy rishi liz keir nicola sadiq priti suella imogen gemma
lebron kobe shaquille tiger serena venus usain cristiano lionel neymar zlatan wayne didier thierry zinedine mesut
barack hillary mitt newt condoleezza rahm kamala pete beto marco ted rand lindsey mitch nancy chuck bernie elizabeth
latonya lakisha tamika deshawn dontae jamal tyrone darnell lashonda kesha jermaine tyrell marquis trayvon
cesar césar angel jesus xavier alejandro eduardo ricardo roberto guadalupe mercedes dolores rosa lupe esteban
"""

SHORT = frozenset({"ed", "al", "jo", "bo", "ty", "cy", "mo", "xi", "li"})
# Words that are names of other things far more often than of people.
MORE_OFTEN_OTHERWISE = frozenset(
    [
        "roman",
        "young",
        "many",
        "see",
        "london",
        "america",
        "asia",
        "china",
        "india",
        "israel",
        "ireland",
        "france",
        "chin",
        "man",
        "love",
        "star",
        "pearl",
        "ruby",
        "precious",
        "mercedes",
        "page",
        "summer",
        "autumn",
        "august",
        "april",
        "june",
        "sunday",
        "golden",
        "royal",
        "prince",
        "king",
        "major",
        "mission",
        "see",
        "an",
        "my",
        "so",
        "in",
        "le",
        "so",
        "dorian",
        "art",
        "the",
        "guy",
        "long",
        "princess",
        "sage",
        "season",
        "treasure",
        "heaven",
        "nation",
        "harley",
        "miracle",
        "destiny",
        "lake",
        "river",
        "ocean",
        "sierra",
    ]
)


def main(folder: Path, output: Path) -> None:
    """Write the table to `output`."""
    names = set(FURTHER.split())
    for file, most in (("dist.male.first", MOST_MALE), ("dist.female.first", MOST_FEMALE)):
        names |= {line.split()[0].lower() for line in (folder / file).read_text().splitlines()[:most]}
    names = {name for name in names if len(name) > 2 or name in SHORT} - MORE_OFTEN_OTHERWISE
    body = textwrap.fill(" ".join(sorted(names)), width=118)
    output.write_text(
        "# Given names, lower case: the first of a run of capitalised words that is one of them opens a person's name.\n"
        "# Source: US Census Bureau, Frequently Occurring Names 1990 (public domain), the 1,000 most frequent male and\n"
        "# 1,700 female ones, with the further names written in training/gazetteer/given_names.py, which made this file.\n"
        f'\nwords = """\n{body}\n"""\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
