//! The dialog of the desktop, by its portal: `org.freedesktop.portal.FileChooser` on the session bus.
//!
//! The answer of a portal tells a dialog that was closed (1) from one that failed (2), and no answer tells that there is none.

use std::collections::HashMap;
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use async_io::Timer;
use futures_lite::{StreamExt as _, future};
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, Proxy, connection};

use super::FileRequest;
use super::system::{Answer, Stage};

const PORTAL: &str = "org.freedesktop.portal.Desktop";
/// A portal answers within this, or it is not waited for. It may have to be started first.
const PATIENCE: Duration = Duration::from_secs(6);
/// How often it is looked whether anybody still waits.
const BEAT: Duration = Duration::from_millis(100);

/// What a dialog answers: how it ended, and the details.
type Response = (u32, HashMap<String, OwnedValue>);

/// Asks by the portal, if there is one.
pub(super) fn ask(request: &FileRequest, stage: &Stage) -> Answer {
    future::block_on(async { dialog(request, stage).await.unwrap_or(Answer::Failed) })
}

async fn dialog(request: &FileRequest, stage: &Stage) -> zbus::Result<Answer> {
    let connection = connection::Builder::session()?.method_timeout(PATIENCE).build().await?;
    let chooser = Proxy::new(
        &connection,
        PORTAL,
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.FileChooser",
    )
    .await?;
    // Where the desktop has no such dialog there is no such property.
    let _: u32 = chooser.get_property("version").await?;
    let token = token();
    // One listens before one asks: the answer may be quick.
    let expected = handle(&connection, &token);
    let mut waiting = Waiting::on(&connection, &expected).await?;
    let method = if request.name.is_some() { "SaveFile" } else { "OpenFile" };
    let body = ("", request.title.as_str(), options(request, &token));
    let handle: OwnedObjectPath = chooser.call(method, &body).await?;
    // Portals of long ago choose the place of the answer themselves.
    if handle.as_str() != expected {
        waiting = Waiting::on(&connection, handle.as_str()).await?;
    }
    stage.show();
    let answer = waiting.answer(&chooser, stage).await;
    connection.close().await?;
    answer
}

/// A dialog that is open.
struct Waiting<'c> {
    request: Proxy<'c>,
    responses: zbus::proxy::SignalStream<'c>,
}

impl<'c> Waiting<'c> {
    async fn on(connection: &'c Connection, path: &str) -> zbus::Result<Self> {
        let path = OwnedObjectPath::try_from(path)?;
        let request = Proxy::new(connection, PORTAL, path, "org.freedesktop.portal.Request").await?;
        let responses = request.receive_signal("Response").await?;
        Ok(Self { request, responses })
    }

    async fn answer(&mut self, chooser: &Proxy<'_>, stage: &Stage) -> zbus::Result<Answer> {
        let mut owners = chooser.receive_owner_changed().await?;
        let responses = &mut self.responses;
        let response = async { responses.next().await.map_or(Event::Gone, Event::Response) };
        // A portal that breaks down answers no more.
        let gone = async {
            while let Some(owner) = owners.next().await {
                if owner.is_none() {
                    break;
                }
            }
            Event::Gone
        };
        let stopped = async {
            while !stage.is_stopped() {
                Timer::after(BEAT).await;
            }
            Event::Stopped
        };
        match future::or(response, future::or(gone, stopped)).await {
            Event::Response(message) => {
                let (code, details): Response = message.body().deserialize()?;
                Ok(picked(code, details))
            }
            Event::Gone => Ok(Answer::Failed),
            Event::Stopped => {
                let _: zbus::Result<()> = self.request.call("Close", &()).await;
                Ok(Answer::Closed)
            }
        }
    }
}

/// What ends the waiting.
enum Event {
    Response(zbus::Message),
    Gone,
    Stopped,
}

/// What was picked, by the code of an answer and its details.
fn picked(code: u32, mut details: HashMap<String, OwnedValue>) -> Answer {
    match code {
        0 => {
            let uris = details.remove("uris").and_then(|uris| Vec::<String>::try_from(uris).ok());
            let path = uris.and_then(|uris| path_of(uris.first()?));
            path.map_or(Answer::Failed, Answer::File)
        }
        1 => Answer::Closed,
        _ => Answer::Failed,
    }
}

/// The path that a `file:` URI names (RFC 8089); `None` for any other.
fn path_of(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let mut bytes = rest.get(rest.find('/')?..)?.bytes();
    let mut path = Vec::new();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            path.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let (high, low) = (digit(bytes.next())?, digit(bytes.next())?);
        path.push(u8::try_from(high * 16 + low).ok()?);
    }
    Some(PathBuf::from(OsString::from_vec(path)))
}

fn options<'v>(request: &'v FileRequest, token: &'v str) -> HashMap<&'static str, Value<'v>> {
    let filter = |name: &'v str, pattern: String| (name, vec![(0_u32, pattern)]);
    let filters =
        vec![filter(&request.kind, format!("*.{}", request.ending)), filter(&request.all, "*".to_owned())];
    let mut options = HashMap::from([
        ("handle_token", Value::from(token)),
        ("modal", Value::from(true)),
        ("filters", Value::from(filters)),
    ]);
    if let Some(name) = &request.name {
        options.insert("current_name", Value::from(name.as_str()));
    }
    if let Some(folder) = &request.folder {
        // Bytes, with a zero at the end.
        let bytes: Vec<u8> = folder.as_os_str().as_bytes().iter().copied().chain([0]).collect();
        options.insert("current_folder", Value::from(bytes));
    }
    options
}

/// A name that no other question of this program has.
fn token() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("jisr_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// Where the answer to a question with that token will be.
fn handle(connection: &Connection, token: &str) -> String {
    let name = connection.unique_name().map(|name| name.as_str()).unwrap_or_default();
    let sender = name.trim_start_matches(':').replace('.', "_");
    format!("/org/freedesktop/portal/desktop/request/{sender}/{token}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_names_a_path() {
        let path = |uri: &str| path_of(uri).map(|path| path.to_string_lossy().into_owned());
        assert_eq!(path("file:///tmp/Jenin.jisr").as_deref(), Some("/tmp/Jenin.jisr"));
        let arabic = "file:///tmp/%D8%AC%D9%86%D9%8A%D9%86%202012.jisr";
        assert_eq!(path(arabic).as_deref(), Some("/tmp/جنين 2012.jisr"));
        assert_eq!(path("file://localhost/tmp/100%25").as_deref(), Some("/tmp/100%"));
        for other in ["https://example.org/x", "file://", "file:///tmp/%2", "file:///tmp/%zz", ""] {
            assert_eq!(path(other), None, "{other}");
        }
    }

    #[test]
    fn closing_is_no_failure() {
        let uris = |uris: &[&str]| {
            let uris: Vec<String> = uris.iter().map(|uri| (*uri).to_owned()).collect();
            let value = OwnedValue::try_from(Value::from(uris)).unwrap();
            HashMap::from([("uris".to_owned(), value)])
        };
        assert!(
            matches!(picked(0, uris(&["file:///tmp/a"])), Answer::File(path) if path == std::path::Path::new("/tmp/a"))
        );
        assert!(matches!(picked(1, HashMap::new()), Answer::Closed));
        assert!(matches!(picked(2, HashMap::new()), Answer::Failed));
        assert!(matches!(picked(0, HashMap::new()), Answer::Failed));
        assert!(matches!(picked(0, uris(&[])), Answer::Failed));
    }
}
