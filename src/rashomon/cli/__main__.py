"""python -m rashomon.cli"""

from rashomon.cli import main

main()
