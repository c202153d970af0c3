"""Random numbers for the hooks. Hypothesis resets the global generator before each case, which would repeat them."""

import random

DICE = random.Random(1)
