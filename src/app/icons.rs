//! Icons, all from one set: Phosphor (MIT), regular weight, of which the font in `assets/icons` holds those named here.

/// magnifying-glass.
pub const MAGNIFYING_GLASS: char = '\u{E30C}';
/// folder-open.
pub const FOLDER_OPEN: char = '\u{E256}';
/// file-plus.
pub const FILE_PLUS: char = '\u{E236}';
/// caret-right.
pub const CARET_RIGHT: char = '\u{E13A}';
/// caret-down.
pub const CARET_DOWN: char = '\u{E136}';
/// caret-left.
pub const CARET_LEFT: char = '\u{E138}';
/// caret-up.
pub const CARET_UP: char = '\u{E13C}';
/// x.
pub const X: char = '\u{E4F6}';
/// check.
pub const CHECK: char = '\u{E182}';
/// warning.
pub const WARNING: char = '\u{E4E0}';
/// warning-circle.
pub const WARNING_CIRCLE: char = '\u{E4E2}';
/// arrow-right.
pub const ARROW_RIGHT: char = '\u{E06C}';
/// arrow-left.
pub const ARROW_LEFT: char = '\u{E058}';
/// arrow-up.
pub const ARROW_UP: char = '\u{E08E}';
/// arrow-down.
pub const ARROW_DOWN: char = '\u{E03E}';
/// arrows-left-right.
pub const ARROWS_LEFT_RIGHT: char = '\u{E0A0}';
/// arrow-u-up-left.
pub const ARROW_U_UP_LEFT: char = '\u{E08A}';
/// plus.
pub const PLUS: char = '\u{E3D4}';
/// minus.
pub const MINUS: char = '\u{E32A}';
/// corners-out.
pub const CORNERS_OUT: char = '\u{E1D0}';
/// funnel.
pub const FUNNEL: char = '\u{E266}';
/// sun.
pub const SUN: char = '\u{E472}';
/// moon.
pub const MOON: char = '\u{E330}';
/// printer.
pub const PRINTER: char = '\u{E3DC}';
/// eye.
pub const EYE: char = '\u{E220}';
/// eye-slash.
pub const EYE_SLASH: char = '\u{E224}';
/// users.
pub const USERS: char = '\u{E4D6}';
/// link-simple.
pub const LINK_SIMPLE: char = '\u{E2E6}';
/// path.
pub const PATH: char = '\u{E39C}';
/// bridge.
pub const BRIDGE: char = '\u{EA68}';
/// sidebar-simple.
pub const SIDEBAR_SIMPLE: char = '\u{EC24}';
/// gear-six.
pub const GEAR_SIX: char = '\u{E272}';
/// question.
pub const QUESTION: char = '\u{E3E8}';
/// keyboard.
pub const KEYBOARD: char = '\u{E2D8}';
/// map-trifold.
pub const MAP_TRIFOLD: char = '\u{E31A}';
/// tree-structure.
pub const TREE_STRUCTURE: char = '\u{E67C}';
/// graph.
pub const GRAPH: char = '\u{EB58}';
/// circles-three.
pub const CIRCLES_THREE: char = '\u{E192}';
/// grid-four.
pub const GRID_FOUR: char = '\u{E296}';
/// table.
pub const TABLE: char = '\u{E476}';
/// chart-scatter.
pub const CHART_SCATTER: char = '\u{EAAC}';
/// target.
pub const TARGET: char = '\u{E47C}';
/// list-bullets.
pub const LIST_BULLETS: char = '\u{E2F2}';
/// clock.
pub const CLOCK: char = '\u{E19A}';
/// check-circle.
pub const CHECK_CIRCLE: char = '\u{E184}';
/// x-circle.
pub const X_CIRCLE: char = '\u{E4F8}';
/// circle.
pub const CIRCLE: char = '\u{E18A}';
/// circle-dashed.
pub const CIRCLE_DASHED: char = '\u{E602}';
/// prohibit.
pub const PROHIBIT: char = '\u{E3DE}';
/// dots-three.
pub const DOTS_THREE: char = '\u{E1FE}';
/// info.
pub const INFO: char = '\u{E2CE}';
/// crosshair.
pub const CROSSHAIR: char = '\u{E1D6}';
/// ear.
pub const EAR: char = '\u{E70C}';
/// ear-slash.
pub const EAR_SLASH: char = '\u{E70E}';
/// megaphone.
pub const MEGAPHONE: char = '\u{E324}';
/// clock-counter-clockwise.
pub const CLOCK_COUNTER_CLOCKWISE: char = '\u{E1A0}';
/// file-text.
pub const FILE_TEXT: char = '\u{E23A}';
/// sliders-horizontal.
pub const SLIDERS_HORIZONTAL: char = '\u{E434}';
/// arrow-square-out.
pub const ARROW_SQUARE_OUT: char = '\u{E5DE}';
/// house.
pub const HOUSE: char = '\u{E2C2}';