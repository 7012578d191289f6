//! Commands: everything that somebody can do, said once. Menus, the search box, keys and what a screen reader says all
//! follow from this list.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::analysis::{ActorIx, SupposedTie};
use crate::model::terms::{Confidence, Formality, Term as _};
use crate::model::terms::{Sector, TieClass, View};
use crate::model::{ActorKindId, Date, Language, LevelId, Map};
use crate::picture::lens::Lens;
use crate::picture::palette::Theme;
use crate::picture::spotlight::Item;
use crate::session::building::{Named, Refusal};
use crate::session::{Chosen, Motion};

/// Something that somebody wants done.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Let somebody pick a map.
    Open,
    /// Open that file.
    OpenFile(PathBuf),
    /// Open a sample map.
    OpenSample(&'static str),
    /// Begin with a template.
    OpenTemplate(&'static str),
    /// Save the map where it is; ask where, if it is nowhere yet.
    Save,
    /// Save the map somewhere else.
    SaveAs,
    /// Save the map in that file.
    SaveTo(PathBuf),
    /// Ask for a file on the window's own page, instead of waiting for the system's dialog.
    OwnFilePage,
    /// Wait for the system's dialog no longer.
    StopAsking,
    /// Whether files are asked for on the window's own page.
    UseOwnFilePage(bool),
    /// Show or hide what maps once were.
    Versions,
    /// Make the map that is open what it was until then.
    Restore(Arc<Map>, String),
    /// Open a map that lies in no file.
    OpenMap(Arc<Map>),
    /// The answer to a question.
    Answer(Answer),
    /// Recover what a program left behind that is no longer there.
    Recover(usize),
    /// Throw that away.
    DiscardDraft(usize),
    /// Look at that and at its file by turns.
    LookAtBoth(usize),
    /// Look at the other one of the two.
    ShowOther,
    /// Decide between a draft and its file.
    ChooseOfBoth(Chosen),
    /// Close the window although something is still being saved.
    LeaveAtOnce,
    /// Back to the welcome page.
    Welcome,
    /// Show the map in that way.
    View(View),
    /// Colour it by that.
    Lens(Lens),
    /// In those colours.
    Theme(Theme),
    /// Look at something, or at nothing.
    Look(Option<Item>),
    /// Look at these actors together.
    Choose(Vec<ActorIx>),
    /// Look at all actors that are drawn.
    ChooseAll,
    /// Show the map as it was at that date, or whatever its dates.
    At(Option<Date>),
    /// Show or hide the dates.
    Dates,
    /// How much moves.
    Motion(Motion),
    /// In that language, or in the system's.
    Language(Option<Language>),
    /// Everything so many per cent as large as it is meant to be.
    TextSize(u16),
    /// Whether drafts of unsaved work are kept.
    KeepDrafts(bool),
    /// Show or hide the settings.
    Settings,
    /// Wait for the keys that somebody wants to give to a command, or wait no longer.
    AwaitKeys(Option<Box<Command>>),
    /// Give a command keys, or none.
    GiveKeys(Box<Command>, Option<KeyboardShortcut>),
    /// Of the ways of the voice that is looked at, show that one; 0 is the best.
    Route(usize),
    /// Show that tab.
    Tab(Tab),
    /// Put the actor that is looked at in the middle of the rings.
    Centre,
    /// All of it.
    Fit,
    /// Closer.
    ZoomIn,
    /// Further away.
    ZoomOut,
    /// Show or hide the panel on the left.
    LeftPanel,
    /// Show or hide the panel on the right.
    RightPanel,
    /// Begin to search.
    Find,
    /// Work the bridges out.
    Bridges,
    /// Stop working them out.
    StopBridges,
    /// Change what is drawn.
    Filter(FilterChange),
    /// Draw everything again.
    ClearFilter,
    /// Say which keys there are.
    Keys,
    /// Change the map.
    Change(Box<Named>),
    /// Change it as a part of what was done last, where that is of the same burst of typing.
    ChangeOn(Box<Named>, u64),
    /// Take over the rows of a table that was pasted.
    Paste(String),
    /// Copy what is looked at, with its ties.
    Duplicate,
    /// Add something to the map, and look at it.
    Add(Box<Named>),
    /// Open the line for quick adding, with something in it.
    QuickAdd(String),
    /// Take what is looked at away.
    Delete,
    /// Let the program place what is looked at.
    Release,
    /// Take the last change back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Go to a step of the history.
    GoTo(usize),
    /// Show or hide the history.
    Steps,
    /// Try a tie: what would it change?
    Try(SupposedTie),
    /// Try the bridge that was proposed there.
    TryBridge(usize),
    /// What if those that are looked at left?
    Without,
    /// What if unconfirmed ties failed? And back.
    ConfirmedOnly,
    /// Keep what is tried.
    KeepTried,
    /// Suppose nothing any more.
    DropTried,
    /// Say something to whoever sits there.
    Say(String),
}

/// The answer to a question of [`Question`](crate::session::Question).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Save first.
    Save,
    /// Go on without saving.
    GiveUp,
    /// Put both changes together.
    Merge,
    /// Save what is open as another file.
    Copy,
    /// Read the file again, and give up what is open.
    Reload,
    /// Leave everything as it is.
    Cancel,
}

/// A tab of the panel on the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tab {
    /// How a voice is heard.
    #[default]
    Channel,
    /// What is missing.
    Findings,
    /// What could be.
    Bridges,
    /// All that the map holds of what is looked at.
    Details,
}

impl Tab {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Channel, Self::Findings, Self::Bridges, Self::Details];

    /// Its word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Channel => "tab-channel",
            Self::Findings => "tab-findings",
            Self::Bridges => "tab-bridges",
            Self::Details => "tab-details",
        }
    }
}

/// A change to what is drawn: puts something into a set, or takes it out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterChange {
    /// Actors of a kind.
    Kind(ActorKindId),
    /// Actors on a level.
    Level(LevelId),
    /// Actors of a sector.
    Sector(Sector),
    /// Actors of a formality.
    Formality(Formality),
    /// Actors who speak for a group.
    Group(String),
    /// Members of a partnership.
    Partnership(u32),
    /// What has a tag.
    Tag(String),
    /// Ties of which people are so sure.
    Confidence(Confidence),
    /// Ties of a class.
    Class(TieClass),
    /// Ties that are not in use.
    Inactive,
}

impl Command {
    /// Those that need nothing more to be said, in the order in which they are offered.
    pub fn all() -> Vec<Self> {
        let views = View::ALL.iter().map(|view| Self::View(*view));
        let lenses = Lens::ALL.iter().map(|lens| Self::Lens(*lens));
        let themes = Theme::ALL.iter().map(|theme| Self::Theme(*theme));
        let tabs = Tab::ALL.iter().map(|tab| Self::Tab(*tab));
        let others = [
            Self::Open,
            Self::Save,
            Self::SaveAs,
            Self::Versions,
            Self::Welcome,
            Self::Find,
            Self::Fit,
            Self::ZoomIn,
            Self::ZoomOut,
            Self::Centre,
            Self::Look(None),
            Self::ChooseAll,
            Self::Dates,
            Self::Motion(Motion::System),
            Self::Motion(Motion::Full),
            Self::Motion(Motion::Less),
            Self::LeftPanel,
            Self::RightPanel,
            Self::Bridges,
            Self::ClearFilter,
            Self::QuickAdd(String::new()),
            Self::Undo,
            Self::Redo,
            Self::Steps,
            Self::Duplicate,
            Self::Delete,
            Self::Release,
            Self::Without,
            Self::ConfirmedOnly,
            Self::KeepTried,
            Self::DropTried,
            Self::Settings,
            Self::Keys,
        ];
        others.into_iter().chain(views).chain(lenses).chain(tabs).chain(themes).collect()
    }

    /// What its name is called in the catalogue; `None` for those that need more to be said.
    pub fn message(&self) -> Option<String> {
        Some(match self {
            Self::Open => "command-open".to_owned(),
            Self::Save => "command-save".to_owned(),
            Self::SaveAs => "command-save-as".to_owned(),
            Self::Versions => "command-versions".to_owned(),
            Self::Welcome => "command-welcome".to_owned(),
            Self::View(view) => format!("command-view-{}", view.id()),
            Self::Lens(lens) => format!("command-lens-{}", lens.id()),
            Self::Theme(theme) => format!("command-theme-{}", theme.id()),
            Self::Look(None) => "command-look-at-nothing".to_owned(),
            Self::ChooseAll => "command-choose-all".to_owned(),
            Self::Dates => "command-dates".to_owned(),
            Self::Motion(Motion::System) => "command-motion-system".to_owned(),
            Self::Motion(Motion::Full) => "command-motion-full".to_owned(),
            Self::Motion(Motion::Less) => "command-motion-less".to_owned(),
            Self::Tab(tab) => format!("command-{}", tab.id()),
            Self::Centre => "command-centre".to_owned(),
            Self::Fit => "command-fit".to_owned(),
            Self::ZoomIn => "command-zoom-in".to_owned(),
            Self::ZoomOut => "command-zoom-out".to_owned(),
            Self::LeftPanel => "command-left-panel".to_owned(),
            Self::RightPanel => "command-right-panel".to_owned(),
            Self::Find => "command-find".to_owned(),
            Self::Bridges => "command-bridges".to_owned(),
            Self::ClearFilter => "command-clear-filter".to_owned(),
            Self::Keys => "command-keys".to_owned(),
            Self::Settings => "command-settings".to_owned(),
            Self::QuickAdd(_) => "command-quick-add".to_owned(),
            Self::Undo => "command-undo".to_owned(),
            Self::Redo => "command-redo".to_owned(),
            Self::Steps => "command-steps".to_owned(),
            Self::Duplicate => "command-duplicate".to_owned(),
            Self::Delete => "command-delete".to_owned(),
            Self::Release => "command-release".to_owned(),
            Self::Without => "command-without".to_owned(),
            Self::ConfirmedOnly => "command-confirmed-only".to_owned(),
            Self::KeepTried => "try-keep".to_owned(),
            Self::DropTried => "try-drop".to_owned(),
            Self::OpenFile(_)
            | Self::SaveTo(_)
            | Self::OwnFilePage
            | Self::Restore(..)
            | Self::OpenMap(_)
            | Self::StopAsking
            | Self::UseOwnFilePage(_)
            | Self::Answer(_)
            | Self::Recover(_)
            | Self::DiscardDraft(_)
            | Self::LookAtBoth(_)
            | Self::ShowOther
            | Self::ChooseOfBoth(_)
            | Self::LeaveAtOnce
            | Self::OpenSample(_)
            | Self::OpenTemplate(_)
            | Self::Look(Some(_))
            | Self::Choose(_)
            | Self::At(_)
            | Self::Route(_)
            | Self::StopBridges
            | Self::Change(_)
            | Self::ChangeOn(..)
            | Self::Paste(_)
            | Self::Add(_)
            | Self::GoTo(_)
            | Self::Try(_)
            | Self::TryBridge(_)
            | Self::Language(_)
            | Self::TextSize(_)
            | Self::KeepDrafts(_)
            | Self::AwaitKeys(_)
            | Self::GiveKeys(..)
            | Self::Say(_)
            | Self::Filter(_) => return None,
        })
    }

    /// The keys that do it, as long as nobody has given it others.
    pub fn usual_keys(&self) -> Option<KeyboardShortcut> {
        let with = |modifiers, key| Some(KeyboardShortcut::new(modifiers, key));
        match self {
            Self::Open => with(Modifiers::COMMAND, Key::O),
            Self::Duplicate => with(Modifiers::COMMAND | Modifiers::SHIFT, Key::D),
            Self::Save => with(Modifiers::COMMAND, Key::S),
            Self::SaveAs => with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S),
            Self::Undo => with(Modifiers::COMMAND, Key::Z),
            Self::Redo => with(Modifiers::COMMAND, Key::Y),
            Self::Steps => with(Modifiers::COMMAND, Key::H),
            Self::QuickAdd(_) => with(Modifiers::COMMAND, Key::Enter),
            Self::Find => with(Modifiers::COMMAND, Key::K),
            Self::ChooseAll => with(Modifiers::COMMAND, Key::A),
            Self::Dates => with(Modifiers::COMMAND, Key::D),
            Self::Fit => with(Modifiers::COMMAND, Key::Num0),
            Self::ZoomIn => with(Modifiers::COMMAND, Key::Plus),
            Self::ZoomOut => with(Modifiers::COMMAND, Key::Minus),
            Self::LeftPanel => with(Modifiers::COMMAND, Key::B),
            Self::RightPanel => with(Modifiers::COMMAND, Key::J),
            Self::View(View::Levels) => with(Modifiers::COMMAND, Key::Num1),
            Self::View(View::Network) => with(Modifiers::COMMAND, Key::Num2),
            Self::View(View::Rings) => with(Modifiers::COMMAND, Key::Num3),
            Self::View(View::Influence) => with(Modifiers::COMMAND, Key::Num4),
            Self::View(View::Matrix) => with(Modifiers::COMMAND, Key::Num5),
            Self::Tab(Tab::Channel) => with(Modifiers::ALT, Key::Num1),
            Self::Tab(Tab::Findings) => with(Modifiers::ALT, Key::Num2),
            Self::Tab(Tab::Bridges) => with(Modifiers::ALT, Key::Num3),
            Self::Tab(Tab::Details) => with(Modifiers::ALT, Key::Num4),
            Self::Keys => with(Modifiers::NONE, Key::F1),
            Self::Settings => with(Modifiers::COMMAND, Key::Comma),
            _ => None,
        }
    }

    /// Other keys that people know for it; they hold as long as the command has its usual ones.
    pub fn second_keys(&self) -> Option<KeyboardShortcut> {
        match self {
            Self::Redo => Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)),
            // Where a plus is typed with Shift, most people leave Shift out.
            Self::ZoomIn => Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals)),
            _ => None,
        }
    }

    /// Whether it opens something that is shown beside a map alone. Without one it would lie in wait for the next.
    pub fn opens_beside_map(&self) -> bool {
        matches!(self, Self::QuickAdd(_) | Self::Steps | Self::Dates | Self::Find)
    }

    /// Whether holding its keys down does it again and again.
    pub fn repeats(&self) -> bool {
        matches!(self, Self::Undo | Self::Redo | Self::ZoomIn | Self::ZoomOut)
    }
}

/// What people have asked for and was not done yet. Widgets put it in; `logic` takes it out.
#[derive(Debug, Default)]
pub struct Queue(Vec<Command>);

impl Queue {
    /// Asks for something.
    pub fn push(&mut self, command: Command) {
        self.0.push(command);
    }

    /// Asks for several things, or for one or none.
    pub fn extend(&mut self, commands: impl IntoIterator<Item = Command>) {
        self.0.extend(commands);
    }

    /// Asks for a change of the map, if it is one, or says why it can't be made.
    pub fn change(&mut self, taken: Result<Option<Named>, Refusal>) {
        match taken {
            Ok(named) => self.extend(named.map(|named| Command::Change(Box::new(named)))),
            Err(refusal) => self.push(Command::Say(refusal.0)),
        }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes everything out.
    pub fn take(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.0)
    }
}
