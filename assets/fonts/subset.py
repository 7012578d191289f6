"""Makes the fonts of this folder that stand beside Vazirmatn, from those that Debian packages.

    apt-get download fonts-roboto-unhinted fonts-noto-extra && for deb in *.deb; do dpkg -x "$deb" from; done
    pip install fonttools && python subset.py from/usr/share/fonts/truetype .

Each holds the letters that Vazirmatn lacks, and is as high as Vazirmatn, so that lines of several scripts keep their
height and stand on one base line.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

source, target = map(Path, sys.argv[1:])

# Latin with all its marks, phonetic letters, Greek, Cyrillic, punctuation, numbers, currencies.
LETTERS = [
    (0x20, 0x7E), (0xA0, 0x52F), (0x1AB0, 0x1AFF), (0x1C80, 0x1C8F), (0x1D00, 0x1DFF), (0x1E00, 0x1FFF),
    (0x2000, 0x206F), (0x2070, 0x20CF), (0x2100, 0x218F), (0x2C60, 0x2C7F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F),
    (0xA700, 0xA7FF), (0xFB00, 0xFB06), (0xFE20, 0xFE2F), (0x25CC, 0x25CC),
]
HEBREW = [(0x20, 0x20), (0x2D, 0x2D), (0x590, 0x5FF), (0xFB1D, 0xFB4F), (0x20AA, 0x20AA), (0x25CC, 0x25CC)]
# How high Vazirmatn is, in ems.
ASCENT, DESCENT = 2100 / 2048, -1100 / 2048


def make(path, name, ranges):
    options = subset.Options()
    options.layout_features = ["ccmp", "locl", "mark", "mkmk", "rlig"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    font = TTFont(path)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    units = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * units), round(DESCENT * units)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, 0
    font.save(target / name)


for weight in ["Regular", "Medium", "Bold"]:
    make(source / f"roboto/unhinted/RobotoTTF/Roboto-{weight}.ttf", f"Roboto-{weight}-subset.ttf", LETTERS)
    make(source / f"noto/NotoSansHebrew-{weight}.ttf", f"NotoSansHebrew-{weight}-subset.ttf", HEBREW)
