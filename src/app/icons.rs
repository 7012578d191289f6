//! Icons, all from one set: Phosphor (MIT), regular weight. The font in `assets/icons` holds those named here, and beside
//! them, under their own code points, the arrows and the tick that the text font lacks.

/// Magnifying glass.
pub const MAGNIFYING_GLASS: char = '\u{E30C}';
/// Folder open.
pub const FOLDER_OPEN: char = '\u{E256}';
/// Caret right.
pub const CARET_RIGHT: char = '\u{E13A}';
/// Caret down.
pub const CARET_DOWN: char = '\u{E136}';
/// Caret left.
pub const CARET_LEFT: char = '\u{E138}';
/// X.
pub const X: char = '\u{E4F6}';
/// Sun.
pub const SUN: char = '\u{E472}';
/// Moon.
pub const MOON: char = '\u{E330}';
/// Gear.
pub const GEAR: char = '\u{E270}';
/// Printer.
pub const PRINTER: char = '\u{E3DC}';
/// Eye.
pub const EYE: char = '\u{E220}';
/// Eye slash.
pub const EYE_SLASH: char = '\u{E224}';
/// Bridge.
pub const BRIDGE: char = '\u{EA68}';
/// Sidebar simple.
pub const SIDEBAR_SIMPLE: char = '\u{EC24}';
/// Keyboard.
pub const KEYBOARD: char = '\u{E2D8}';
/// Map trifold.
pub const MAP_TRIFOLD: char = '\u{E31A}';
/// House.
pub const HOUSE: char = '\u{E2C2}';
/// Clock.
pub const CLOCK: char = '\u{E19A}';
/// Plus.
pub const PLUS: char = '\u{E3D4}';
/// Trash.
pub const TRASH: char = '\u{E4A6}';
/// Arrow u up left.
pub const UNDO: char = '\u{E08A}';
/// Arrow u up right.
pub const REDO: char = '\u{E08C}';
/// Floppy disk.
pub const FLOPPY_DISK: char = '\u{E248}';
/// Clock counter clockwise.
pub const HISTORY: char = '\u{E1A0}';
