//! Colours, a set for each theme. What each is for is said once, here; nothing else in the program names a colour.

/// A colour: red, green, blue, and how opaque it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
    /// From 0, not there, to 255, opaque.
    pub alpha: u8,
}

impl Colour {
    /// An opaque colour, as six hexadecimal digits tell it.
    const fn hex(digits: &str) -> Self {
        let digits = digits.as_bytes();
        Self {
            red: digit(digits[0]) * 16 + digit(digits[1]),
            green: digit(digits[2]) * 16 + digit(digits[3]),
            blue: digit(digits[4]) * 16 + digit(digits[5]),
            alpha: 255,
        }
    }

    /// The same, less opaque: a share of its own opacity.
    pub fn faded(self, share: f32) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
        let alpha = (f32::from(self.alpha) * share.clamp(0.0, 1.0)).round() as u8;
        Self { alpha, ..self }
    }

    /// What it looks like on an opaque ground.
    pub fn over(self, ground: Self) -> Self {
        let mix = |top: u8, bottom: u8| {
            let (top, bottom, alpha) = (u32::from(top), u32::from(bottom), u32::from(self.alpha));
            u8::try_from((top * alpha + bottom * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
        };
        Self {
            red: mix(self.red, ground.red),
            green: mix(self.green, ground.green),
            blue: mix(self.blue, ground.blue),
            alpha: 255,
        }
    }
}

/// A set of colours for one purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// For a room with daylight.
    #[default]
    Light,
    /// For a dark room.
    Dark,
    /// For paper: white ground, dark ink, nothing that needs colour.
    Print,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// Its word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }

    /// Its colours.
    pub fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Print => &PRINT,
        }
    }
}

/// The colours of a theme. A `wash` is the ground on which text of that colour stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The ground of the window, and the bands that are not tinted.
    pub paper: Colour,
    /// The bands that are tinted.
    pub band: Colour,
    /// Panels beside the picture, and cards.
    pub panel: Colour,
    /// Lines between things.
    pub hairline: Colour,
    /// Text, and what matters.
    pub ink: Colour,
    /// Text that explains.
    pub second_ink: Colour,
    /// What can be pressed, what is selected, the channel that is lit.
    pub accent: Colour,
    /// Its wash.
    pub accent_wash: Colour,
    /// Text on the accent.
    pub on_accent: Colour,
    /// Formal actors.
    pub formal: Colour,
    /// Informal actors.
    pub informal: Colour,
    /// Hybrid actors.
    pub hybrid: Colour,
    /// External actors.
    pub external: Colour,
    /// What is missing or adverse.
    pub bad: Colour,
    /// Its wash.
    pub bad_wash: Colour,
    /// What to look out for.
    pub warn: Colour,
    /// Its wash.
    pub warn_wash: Colour,
    /// What is as it should be.
    pub good: Colour,
    /// Its wash.
    pub good_wash: Colour,
    /// Ties.
    pub tie: Colour,
    /// Kinds without an order: sectors, groups, partnerships. No more than so many are told apart.
    pub series: [Colour; 10],
    /// From little to much, in five steps.
    pub scale: [Colour; 5],
}

const LIGHT: Palette = Palette {
    paper: Colour::hex("FAF8F4"),
    band: Colour::hex("F4F1EA"),
    panel: Colour::hex("FFFFFF"),
    hairline: Colour::hex("E3DFD6"),
    ink: Colour::hex("1E2430"),
    second_ink: Colour::hex("5B6472"),
    accent: Colour::hex("0B6E69"),
    accent_wash: Colour::hex("E4F1F0"),
    on_accent: Colour::hex("FFFFFF"),
    formal: Colour::hex("2F4B7C"),
    informal: Colour::hex("B9770E"),
    hybrid: Colour::hex("8A63B8"),
    external: Colour::hex("7A7F87"),
    bad: Colour::hex("B3261E"),
    bad_wash: Colour::hex("FCE8E6"),
    warn: Colour::hex("8F5600"),
    warn_wash: Colour::hex("FFF4E0"),
    good: Colour::hex("246B43"),
    good_wash: Colour::hex("E8F3EC"),
    tie: Colour::hex("828B98"),
    series: [
        Colour::hex("2F4B7C"),
        Colour::hex("D98B10"),
        Colour::hex("5FA08F"),
        Colour::hex("A83A52"),
        Colour::hex("6CB4E0"),
        Colour::hex("7A6A00"),
        Colour::hex("C78FC9"),
        Colour::hex("333333"),
        Colour::hex("A9B2BD"),
        Colour::hex("8C4A1B"),
    ],
    scale: [
        Colour::hex("D8E8E6"),
        Colour::hex("9FCCC7"),
        Colour::hex("5FA9A3"),
        Colour::hex("22807A"),
        Colour::hex("0A4F4B"),
    ],
};

const DARK: Palette = Palette {
    paper: Colour::hex("161A21"),
    band: Colour::hex("1C212A"),
    panel: Colour::hex("1A1F27"),
    hairline: Colour::hex("333B47"),
    ink: Colour::hex("ECEEF2"),
    second_ink: Colour::hex("A6AFBC"),
    accent: Colour::hex("4FC3BA"),
    accent_wash: Colour::hex("173735"),
    on_accent: Colour::hex("0C2422"),
    formal: Colour::hex("6E95E0"),
    informal: Colour::hex("E0A23C"),
    hybrid: Colour::hex("D9C2FF"),
    external: Colour::hex("9AA1AB"),
    bad: Colour::hex("F28B82"),
    bad_wash: Colour::hex("452322"),
    warn: Colour::hex("F0B357"),
    warn_wash: Colour::hex("3F3018"),
    good: Colour::hex("7DCB9B"),
    good_wash: Colour::hex("1E3A2A"),
    tie: Colour::hex("6F7987"),
    series: [
        Colour::hex("7F7FEA"),
        Colour::hex("CBFA32"),
        Colour::hex("65B5AA"),
        Colour::hex("CF4B67"),
        Colour::hex("76FAFA"),
        Colour::hex("B4A532"),
        Colour::hex("C0B1FA"),
        Colour::hex("FAE1C3"),
        Colour::hex("4F4C84"),
        Colour::hex("E39F76"),
    ],
    scale: [
        Colour::hex("243F3D"),
        Colour::hex("2C625E"),
        Colour::hex("3B8C86"),
        Colour::hex("63B9B2"),
        Colour::hex("B4E8E3"),
    ],
};

const PRINT: Palette = Palette {
    paper: Colour::hex("FFFFFF"),
    band: Colour::hex("F6F6F6"),
    panel: Colour::hex("FFFFFF"),
    hairline: Colour::hex("C4C4C4"),
    ink: Colour::hex("000000"),
    second_ink: Colour::hex("444444"),
    tie: Colour::hex("777777"),
    ..LIGHT
};

const fn digit(letter: u8) -> u8 {
    if letter.is_ascii_digit() { letter - b'0' } else { letter - b'A' + 10 }
}
