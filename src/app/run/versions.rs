//! What commands do about what maps once were.

use std::sync::Arc;

use egui::Context;

use super::files::leave;
use crate::app::shell::Shell;
use crate::model::Map;
use crate::session::After;
use crate::session::versions::EarlierVersions;

/// Shows the versions, or hides them.
pub fn turn(shell: &mut Shell) {
    if shell.versions.take().is_none() {
        let mut page = Box::<EarlierVersions>::default();
        shell.session.list_versions(&mut page);
        shell.versions = Some(page);
        shell.panels.is_showing_settings = false;
    }
}

/// Makes the map that is open what it was until then.
pub fn restore(shell: &mut Shell, map: Arc<Map>, until: String) {
    shell.versions = None;
    shell.session.restore(map, until);
}

/// Opens what a map once was as a new one.
pub fn open(shell: &mut Shell, map: Arc<Map>, ctx: &Context) {
    shell.versions = None;
    leave(shell, After::OpenMap(map), ctx);
}
