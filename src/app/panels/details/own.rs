//! What a map has of its own: the rungs of its ladder, its kinds of actor and tie, its sources. Each is a row that unfolds.

use egui::{ComboBox, Id, Role, Ui, vec2};

use super::editor::Editor;
use crate::app::command::Queue;
use crate::app::icons;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Hinted, Text, button, caret, choice, galley_elided, row, spoken};
use crate::model::terms::{Formality, Sector, TieClass, Tier, VoiceDirection};
use crate::model::{ActorKindId, Id as _, LevelId, Map, TieKindId, TieTraits, built_in_tie_kinds};
use crate::model::{InstrumentId, SourceId, built_in_actor_kinds};
use crate::picture::ruler::Weight;
use crate::session::Session;
use crate::session::building::fields::{
    ActorKindField, InstrumentField, LevelField, SourceField, TieKindField, add_instrument,
    delete_instrument, set_actor_kind, set_instrument, set_level, set_source, set_tie_kind,
};
use crate::session::building::kinds::{
    ActorKindDraft, TieKindDraft, add_actor_kind, add_level, add_tie_kind, move_level, remove_actor_kind,
    remove_level, remove_tie_kind,
};
use crate::session::building::level_name;
use crate::session::building::sources::{SourceDraft, add_source, delete_source};
use crate::session::building::{Named, Refusal};

/// All that a map has of its own.
pub fn own_ui(ui: &mut Ui, session: &Session, map: &Map, queue: &mut Queue) {
    Section::new(session, map, queue, "own-levels").levels_ui(ui);
    Section::new(session, map, queue, "own-actor-kinds").actor_kinds_ui(ui);
    Section::new(session, map, queue, "own-tie-kinds").tie_kinds_ui(ui);
    Section::new(session, map, queue, "own-instruments").instruments_ui(ui);
    Section::new(session, map, queue, "own-sources").sources_ui(ui);
}

/// One of the lists. Its heading is the message that its family is called.
pub(super) struct Section<'a> {
    session: &'a Session,
    map: &'a Map,
    queue: &'a mut Queue,
    family: &'static str,
}

impl<'a> Section<'a> {
    /// A list of that family.
    pub(super) fn new(
        session: &'a Session,
        map: &'a Map,
        queue: &'a mut Queue,
        family: &'static str,
    ) -> Self {
        Self { session, map, queue, family }
    }
}

impl Section<'_> {
    /// The ladder, as one climbs it: the top rung first.
    fn levels_ui(&mut self, ui: &mut Ui) {
        self.heading(ui);
        let (map, words) = (self.map, &self.session.words);
        let ladder: Vec<LevelId> = map.ladder().rungs().map(|(id, ..)| LevelId::new(id)).collect();
        for (at, id) in ladder.iter().enumerate().rev() {
            if !self.row(ui, id.as_str(), &level_name(map, id, words)) {
                continue;
            }
            let fields = LevelField::ALL.iter().cloned();
            self.editor(ui, id.as_str())
                .fields(fields, id, |field, typed| set_level(map, id, field, typed, words));
            ui.add_space(STEP);
            ui.horizontal_wrapped(|ui| {
                let palette = self.session.settings.theme.palette();
                let up = ui.add_enabled_ui(at + 1 < ladder.len(), |ui| {
                    button(ui, palette, None, &words.text("level-up"), false).clicked()
                });
                let down = ui.add_enabled_ui(at > 0, |ui| {
                    button(ui, palette, None, &words.text("level-down"), false).clicked()
                });
                if up.inner {
                    self.queue.change(move_level(map, id, at + 1, words));
                }
                if down.inner {
                    self.queue.change(move_level(map, id, at.saturating_sub(1), words));
                }
            });
            let others = ladder.iter().filter(|other| *other != id);
            let others = others.map(|other| (other.clone(), level_name(map, other, words)));
            self.removal_ui(ui, id.as_str(), others, |instead| remove_level(map, id, instead, words));
        }
        // A new rung is most often one between the people and the capital.
        let national = map.ladder().rungs().position(|(.., tier)| tier == Tier::National);
        let at = national.unwrap_or(ladder.len());
        self.editor(ui, "new").new_one("own-levels-new", |name| {
            add_level(map, name, Tier::Middle, at, words).map(|(_, named)| Some(named))
        });
    }

    fn actor_kinds_ui(&mut self, ui: &mut Ui) {
        self.heading(ui);
        let (map, words) = (self.map, &self.session.words);
        for kind in &map.actor_kinds {
            if !self.row(ui, kind.id.as_str(), words.name(&kind.name, &kind.id)) {
                continue;
            }
            let fields = ActorKindField::ALL.iter().cloned();
            self.editor(ui, kind.id.as_str())
                .fields(fields, kind, |field, typed| set_actor_kind(map, &kind.id, field, typed, words));
            let own = map.actor_kinds.iter().map(|other| other.id.clone());
            let all = own.chain(built_in_actor_kinds().map(|(id, _)| ActorKindId::new(id)));
            let others = all.filter(|other| *other != kind.id);
            let others = others.map(|other| (other.clone(), words.actor_kind(map, &other)));
            self.removal_ui(ui, kind.id.as_str(), others, |instead| {
                remove_actor_kind(map, &kind.id, instead, words)
            });
        }
        self.editor(ui, "new").new_one("own-actor-kinds-new", |name| {
            let level =
                map.ladder().rungs().next().map_or_else(LevelId::default, |(id, ..)| LevelId::new(id));
            let (formality, sector) = (Formality::Informal, Sector::Community);
            let name = name.to_owned();
            let draft = ActorKindDraft { name, formality, sector, force: false, decides: false, level };
            add_actor_kind(map, &draft, words).map(|(_, named)| Some(named))
        });
    }

    fn tie_kinds_ui(&mut self, ui: &mut Ui) {
        self.heading(ui);
        let (map, words) = (self.map, &self.session.words);
        for kind in &map.tie_kinds {
            if !self.row(ui, kind.id.as_str(), words.name(&kind.name, &kind.id)) {
                continue;
            }
            let fields = TieKindField::ALL.iter().cloned();
            self.editor(ui, kind.id.as_str())
                .fields(fields, kind, |field, typed| set_tie_kind(map, &kind.id, field, typed, words));
            let own = map.tie_kinds.iter().map(|other| other.id.clone());
            let all = own.chain(built_in_tie_kinds().map(|(id, _)| TieKindId::new(id)));
            let others = all.filter(|other| *other != kind.id);
            let others = others.map(|other| (other.clone(), words.tie_kind(map, &other)));
            self.removal_ui(ui, kind.id.as_str(), others, |instead| {
                remove_tie_kind(map, &kind.id, instead, words)
            });
        }
        self.editor(ui, "new").new_one("own-tie-kinds-new", |name| {
            let (class, voice) = (TieClass::Communication, VoiceDirection::Forward);
            let draft =
                TieKindDraft { name: name.to_owned(), traits: TieTraits { class, mutual: false, voice } };
            add_tie_kind(map, &draft, words).map(|(_, named)| Some(named))
        });
    }

    fn instruments_ui(&mut self, ui: &mut Ui) {
        self.heading(ui);
        let (map, words) = (self.map, &self.session.words);
        for instrument in &map.instruments {
            let id = &instrument.id;
            if !self.row(ui, id.as_str(), words.name(&instrument.name, id)) {
                continue;
            }
            let fields = InstrumentField::ALL.iter().cloned();
            self.editor(ui, id.as_str())
                .fields(fields, instrument, |field, typed| set_instrument(map, id, field, typed, words));
            self.removal_ui(ui, id.as_str(), std::iter::empty::<(InstrumentId, String)>(), |_| {
                delete_instrument(map, id, words)
            });
        }
        self.editor(ui, "new").new_one("own-instruments-new", |name| {
            add_instrument(map, name, words).map(|(_, named)| Some(named))
        });
    }

    fn sources_ui(&mut self, ui: &mut Ui) {
        self.heading(ui);
        let (map, words) = (self.map, &self.session.words);
        for source in &map.sources {
            if !self.row(ui, source.id.as_str(), words.name(&source.citation, &source.id)) {
                continue;
            }
            let fields = SourceField::ALL.iter().cloned();
            self.editor(ui, source.id.as_str())
                .fields(fields, source, |field, typed| set_source(map, &source.id, field, typed, words));
            self.removal_ui(ui, source.id.as_str(), std::iter::empty::<(SourceId, String)>(), |_| {
                delete_source(map, &source.id, words)
            });
        }
        self.editor(ui, "new").new_one("own-sources-new", |citation| {
            let draft = SourceDraft { citation: citation.to_owned(), ..SourceDraft::default() };
            add_source(map, &draft, words).map(|(_, named)| Some(named))
        });
    }

    pub(super) fn heading(&self, ui: &mut Ui) {
        let (words, palette) = (&self.session.words, self.session.settings.theme.palette());
        ui.add_space(3.0 * STEP);
        let heading = Text::new(&words.text(self.family)).weight(Weight::Bold).ink(palette.ink).show(ui);
        heading.hint(words.text(&format!("{}-hint", self.family)));
    }

    /// The row of one of them; whether it is unfolded.
    pub(super) fn row(&self, ui: &mut Ui, id: &str, name: &str) -> bool {
        let palette = self.session.settings.theme.palette();
        let fold = Id::unique(("own", self.family, id));
        let is_open = ui.data(|data| data.get_temp(fold).unwrap_or(false));
        let response = row(ui, palette, name, is_open, |ui, rect| {
            caret(ui, palette, rect.left_center() + vec2(6.0, 0.0), is_open);
            let at = rect.left_center() + vec2(18.0, 0.0);
            Text::new(name).size(theme::QUIET).ink(palette.ink).paint(ui, at, rect.width() - 18.0);
        });
        if response.hint(name).clicked() {
            ui.data_mut(|data| data.insert_temp(fold, !is_open));
        }
        is_open
    }

    pub(super) fn editor<'e>(&'e mut self, ui: &'e mut Ui, id: &'e str) -> Editor<'e> {
        Editor::new(ui, self.session, self.map, id, self.queue).within(self.family)
    }

    /// A button that takes one away. Where that is refused because it is in use, what is said stays, and it can be chosen
    /// what takes its place.
    pub(super) fn removal_ui<I>(
        &mut self,
        ui: &mut Ui,
        id: &str,
        others: impl IntoIterator<Item = (I, String)>,
        remove: impl Fn(Option<&I>) -> Result<Named, Refusal>,
    ) {
        let (words, palette) = (&self.session.words, self.session.settings.theme.palette());
        let key = Id::unique(("own-refused", self.family, id));
        ui.add_space(STEP);
        if button(ui, palette, Some(icons::TRASH), &words.text("own-delete"), false).clicked() {
            match remove(None) {
                Ok(named) => self.queue.change(Ok(Some(named))),
                Err(refusal) => {
                    ui.data_mut(|data| data.insert_temp(key, refusal.0));
                }
            }
        }
        let Some(refused) = ui.data(|data| data.get_temp::<String>(key)) else { return };
        Text::new(&refused).size(theme::SMALL).ink(palette.bad).show(ui);
        let label = words.text("own-instead");
        let width = ui.available_width() - 8.0;
        let combo = ComboBox::from_id_salt(key.with("instead")).width(width).selected_text(galley_elided(
            ui,
            &Text::new(&label),
            width - 24.0,
        ));
        let shown = combo.show_ui(ui, |ui| {
            for (other, name) in others {
                if choice(ui, false, &name).clicked() {
                    self.queue.change(remove(Some(&other)).map(Some));
                    ui.data_mut(|data| data.remove::<String>(key));
                }
            }
        });
        shown.response.widget_info(|| spoken(Role::ComboBox, &label));
    }
}
