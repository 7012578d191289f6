//! The keys of what a map is told and talked about with: the story, saved views, comments.

use super::super::record::{Fields, Record};
use crate::model::{Comment, SavedView, Step, ViewFilter};

impl Record for Step {
    const NAME: &'static str = "Step";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.optional("title", "What it is called.", &mut self.title);
        f.optional("caption", "What is said.", &mut self.caption);
        f.optional(
            "show",
            "A saved view, over which the step's own view, lens and focus win.",
            &mut self.show,
        );
        f.optional("view", "The view to show it in.", &mut self.view);
        f.optional("focus", "The actors in the light.", &mut self.focus);
        f.optional("lens", "The lens to look through.", &mut self.lens);
        f.optional("findings", "The rules whose findings are shown.", &mut self.findings);
        f.optional("at", "The day that is shown.", &mut self.at);
        f.optional("compare_at", "A second day, beside which that one is set.", &mut self.compare_at);
        f.optional("notes", "What the trainer says. The room never sees it.", &mut self.notes);
        f.optional("sensitivity", "Who may see it.", &mut self.sensitivity);
        f.rest(&mut self.extra);
    }
}

impl Record for SavedView {
    const NAME: &'static str = "SavedView";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.required("name", "Its name.", &mut self.name);
        f.optional("view", "The view.", &mut self.view);
        f.optional("lens", "The lens to look through.", &mut self.lens);
        f.optional("concern", "The concern whose journey is shown.", &mut self.concern);
        f.optional("centre", "The actor in the middle.", &mut self.centre);
        f.optional("at", "The day that is looked at.", &mut self.at);
        f.optional("filter", "What is drawn.", &mut self.filter);
        f.optional("focus", "The actors in the light.", &mut self.focus);
        f.rest(&mut self.extra);
    }
}

impl Record for ViewFilter {
    const NAME: &'static str = "ViewFilter";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.optional("kinds", "Actors of these kinds.", &mut self.kinds);
        f.optional("levels", "Actors on these levels.", &mut self.levels);
        f.optional("sectors", "Actors of these sectors.", &mut self.sectors);
        f.optional("formalities", "Actors of these formalities.", &mut self.formalities);
        f.optional("groups", "Actors who speak for one of these groups.", &mut self.groups);
        f.optional("partnerships", "Actors who belong to one of these partnerships.", &mut self.partnerships);
        f.optional("tags", "Actors and ties with one of these words.", &mut self.tags);
        f.optional("confidences", "Ties of which people are so sure.", &mut self.confidences);
        f.optional("hidden_classes", "Classes of ties that are not drawn.", &mut self.hidden_classes);
        f.optional(
            "with_inactive",
            "Whether ties that are not in use are drawn too.",
            &mut self.with_inactive,
        );
        f.rest(&mut self.extra);
    }
}

impl Record for Comment {
    const NAME: &'static str = "Comment";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.optional(
            "about",
            "What it is about: actor:ID, tie:ID, partnership:ID, consultation:ID, concern:ID, expected-voice:ID, \
             finding:RULE:IDS; else the map.",
            &mut self.about,
        );
        f.required("text", "What is said.", &mut self.text);
        f.optional("by", "Who says it.", &mut self.by);
        f.optional("date", "When.", &mut self.date);
        f.optional("settled", "Whether nothing is left to be done about it.", &mut self.settled);
        f.optional("sensitivity", "Who may see it.", &mut self.sensitivity);
        f.rest(&mut self.extra);
    }
}
