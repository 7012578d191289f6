//! The dialog of GNOME as a program of its own, for desktops without a portal.

use std::ffi::OsString;
use std::io::Read as _;
use std::os::unix::ffi::OsStringExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::FileRequest;
use super::system::{Answer, Stage};

/// How often it is looked whether the dialog was closed.
const BEAT: Duration = Duration::from_millis(50);

/// Asks by that program, if it is there.
pub(super) fn ask(request: &FileRequest, stage: &Stage) -> Answer {
    let mut command = Command::new("zenity");
    command.args(arguments(request)).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return Answer::Failed };
    stage.show();
    loop {
        if stage.is_stopped() {
            end(&mut child);
            return Answer::Closed;
        }
        match child.try_wait() {
            Ok(None) => std::thread::sleep(BEAT),
            Ok(Some(status)) => return answer(status.code(), &said(&mut child)),
            Err(_) => {
                end(&mut child);
                return Answer::Failed;
            }
        }
    }
}

/// Whether a name may be overwritten is asked by the window, which knows what the file will be called in the end.
fn arguments(request: &FileRequest) -> Vec<OsString> {
    let mut all: Vec<OsString> = vec!["--file-selection".into(), "--title".into(), (&request.title).into()];
    // A folder is told from a file by the slash at its end.
    let begin = request.folder.as_ref().map(|folder| folder.join(request.name.as_deref().unwrap_or("")));
    if request.name.is_some() {
        all.push("--save".into());
    }
    if let Some(path) = begin.or_else(|| request.name.as_ref().map(PathBuf::from)) {
        all.extend(["--filename".into(), path.into_os_string()]);
    }
    for (name, pattern) in [(&request.kind, format!("*.{}", request.ending)), (&request.all, "*".to_owned())]
    {
        all.extend(["--file-filter".into(), format!("{name} | {pattern}").into()]);
    }
    all
}

fn said(child: &mut Child) -> Vec<u8> {
    let mut said = Vec::new();
    if let Some(out) = &mut child.stdout {
        // What can't be read was not said.
        let _ = out.read_to_end(&mut said);
    }
    said
}

/// 0 is a choice and 1 that the dialog was closed; whatever else it ends with, it has failed.
fn answer(code: Option<i32>, said: &[u8]) -> Answer {
    let path = said.strip_suffix(b"\n").unwrap_or(said);
    match code {
        Some(0) if !path.is_empty() => Answer::File(PathBuf::from(OsString::from_vec(path.to_vec()))),
        Some(1) => Answer::Closed,
        _ => Answer::Failed,
    }
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_the_one_that_was_said() {
        let file = |said: &[u8]| match answer(Some(0), said) {
            Answer::File(path) => Some(path),
            _ => None,
        };
        assert_eq!(file(b"/tmp/Jenin\n"), Some(PathBuf::from("/tmp/Jenin")));
        assert_eq!(file("/tmp/جنين 2012.jisr \n".as_bytes()), Some(PathBuf::from("/tmp/جنين 2012.jisr ")));
        assert_eq!(file(b"/tmp/two\nlines\n"), Some(PathBuf::from("/tmp/two\nlines")));
        assert!(matches!(answer(Some(0), b""), Answer::Failed));
        assert!(matches!(answer(Some(1), b""), Answer::Closed));
        assert!(matches!(answer(Some(255), b""), Answer::Failed));
        assert!(matches!(answer(None, b""), Answer::Failed), "killed");
    }
}
