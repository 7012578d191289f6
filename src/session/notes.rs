//! What is said of the map as it is at one moment: once that is another one it is no longer true, and goes.

use super::Session;

/// Something that was said, and of which state.
pub(super) struct Passing {
    text: String,
    of: State,
}

/// Which map, in which state, and whether that was saved.
type State = Option<(u64, u64, bool)>;

impl Session {
    /// Says what holds for the map as it is now: that something was refused, or done to all of it.
    pub fn say_of_now(&mut self, text: String) {
        let of = self.present();
        self.notes.retain(|known| *known != text);
        self.passing.retain(|known| known.text != text);
        self.notes.push(text.clone());
        self.passing.push(Passing { text, of });
    }

    /// Takes away what was said of a state that is over.
    pub(super) fn forget_passed(&mut self) {
        let now = self.present();
        let (passing, passed): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.passing).into_iter().partition(|said| said.of == now);
        self.passing = passing;
        self.notes.retain(|note| passed.iter().all(|said| said.text != *note));
    }

    fn present(&self) -> State {
        let is_unsaved = self.is_unsaved();
        self.document.as_ref().map(|document| (document.opened, document.edition, is_unsaved))
    }
}
