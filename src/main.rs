//! `jisr MAP` opens the window; `jisr COMMAND` works without one.

use std::process::ExitCode;

use jisr::cli::{self, Typed};

/// A window makes and drops megabytes of triangles in each frame; this allocator keeps them for the next one, where the
/// system's gives them back and takes half of a frame to have them again.
#[cfg(feature = "gui")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    jisr::breakdown::keep_quiet();
    match cli::run(std::env::args_os()) {
        Typed::Ran(code) => code,
        #[cfg(feature = "gui")]
        Typed::Window { map, renderer, words, is_language_asked } => {
            let renderer = renderer.map(|renderer| match renderer {
                cli::Renderer::Glow => jisr::app::Renderer::Glow,
                cli::Renderer::Wgpu => jisr::app::Renderer::Wgpu,
            });
            let start = jisr::app::Start { map, renderer, is_language_asked };
            jisr::app::open(&start, words, &|sentence| cli::message(sentence))
        }
        #[cfg(not(feature = "gui"))]
        Typed::Window { map, words, .. } => cli::without_window(map.as_deref(), &words),
    }
}
