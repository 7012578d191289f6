//! What each command does.

use egui::Context;

use super::command::{Command, FilterChange, Tab};
use super::shell::{Shell, wake};
use crate::picture::spotlight::Item;
use crate::session::filter::toggle;
use crate::session::{Filter, Source};

/// Does what was asked for.
pub fn run(shell: &mut Shell, command: Command, ctx: &Context) {
    match command {
        Command::Open => ask_for_file(shell, ctx),
        Command::OpenFile(path) => shell.session.open_file(&path),
        Command::OpenSample(name) => shell.session.open_starter(Source::Sample(name)),
        Command::OpenTemplate(name) => shell.session.open_starter(Source::Template(name)),
        Command::Welcome => shell.session.close(),
        Command::View(view) => shell.session.show_view(view),
        Command::Lens(lens) => shell.session.show_lens(lens),
        Command::Theme(theme) => shell.session.theme = theme,
        Command::Look(item) => look(shell, item),
        Command::Route(number) => shell.session.show_route(number),
        Command::Tab(tab) => show_tab(shell, tab),
        Command::Centre => shell.session.look.centre = shell.session.actor_looked_at(),
        Command::Fit => shell.canvas.camera.is_fitting = true,
        Command::ZoomIn => zoom(shell, 1.25, ctx),
        Command::ZoomOut => zoom(shell, 0.8, ctx),
        Command::LeftPanel => shell.panels.is_left_open = !shell.panels.is_left_open,
        Command::RightPanel => shell.panels.is_right_open = !shell.panels.is_right_open,
        Command::Find => shell.finder.open(),
        Command::Bridges => shell.session.propose(),
        Command::StopBridges => shell.session.proposals = crate::session::Proposals::default(),
        Command::Filter(change) => filter(&mut shell.session.look.filter, change),
        Command::ClearFilter => shell.session.look.filter = Filter::default(),
        Command::Keys => shell.panels.is_telling_keys = !shell.panels.is_telling_keys,
    }
    ctx.request_repaint();
}

fn ask_for_file(shell: &mut Shell, ctx: &Context) {
    let words = &shell.session.words;
    shell.picker.ask(words.text("open-title"), words.text("open-kind"), wake(ctx));
}

fn look(shell: &mut Shell, item: Option<Item>) {
    shell.session.look_at(item);
    // What is looked at is told on the tab that tells most of it.
    match item {
        Some(Item::Finding(_)) => show_tab(shell, Tab::Findings),
        Some(Item::Bridge(_)) => show_tab(shell, Tab::Bridges),
        Some(Item::Tie(_) | Item::Level(_)) => show_tab(shell, Tab::Details),
        Some(Item::Actor(_) | Item::Expected(_)) if shell.panels.tab != Tab::Details => {
            show_tab(shell, Tab::Channel);
        }
        _ => {}
    }
}

fn show_tab(shell: &mut Shell, tab: Tab) {
    shell.panels.tab = tab;
    shell.panels.is_right_open = true;
}

fn zoom(shell: &mut Shell, factor: f32, ctx: &Context) {
    let room = ctx.content_rect();
    shell.canvas.camera.zoom_at(room.center(), factor, room);
}

fn filter(filter: &mut Filter, change: FilterChange) {
    match change {
        FilterChange::Kind(kind) => toggle(&mut filter.kinds, kind),
        FilterChange::Level(level) => toggle(&mut filter.levels, level),
        FilterChange::Sector(sector) => toggle(&mut filter.sectors, sector),
        FilterChange::Formality(formality) => toggle(&mut filter.formalities, formality),
        FilterChange::Group(group) => toggle(&mut filter.groups, group),
        FilterChange::Partnership(partnership) => toggle(&mut filter.partnerships, partnership),
        FilterChange::Tag(tag) => toggle(&mut filter.tags, tag),
        FilterChange::Confidence(confidence) => toggle(&mut filter.confidences, confidence),
        FilterChange::Class(class) => toggle(&mut filter.hidden_classes, class),
        FilterChange::Inactive => filter.with_inactive = !filter.with_inactive,
    }
}
