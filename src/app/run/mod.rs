//! What each command does.

mod building;
pub mod files;
mod settings;
mod versions;

use egui::Context;

use super::command::{Command, FilterChange, Tab};
use super::shell::Shell;
use crate::analysis::ActorIx;
use crate::model::Date;
use crate::picture::spotlight::Item;
use crate::session::filter::toggle;
use crate::session::{After, Filter, Source};

/// Does what was asked for.
pub fn run(shell: &mut Shell, command: Command, ctx: &Context) {
    if command.opens_beside_map() && shell.session.document.is_none() {
        return;
    }
    match command {
        Command::Open => files::leave(shell, After::Pick, ctx),
        Command::OpenFile(path) => files::leave(shell, After::Open(path), ctx),
        Command::OpenSample(name) => files::leave(shell, After::OpenStarter(Source::Sample(name)), ctx),
        Command::OpenTemplate(name) => files::leave(shell, After::OpenStarter(Source::Template(name)), ctx),
        Command::Welcome => files::leave(shell, After::Welcome, ctx),
        Command::Save => files::save(shell, ctx),
        Command::SaveAs => files::save_as(shell, ctx),
        Command::SaveTo(path) => shell.session.save_as(&path),
        Command::OwnFilePage => files::show_page(shell, false, ctx),
        Command::StopAsking => files::stop_asking(shell),
        Command::UseOwnFilePage(is_own) => shell.session.settings.own_file_page = is_own,
        Command::Versions => versions::turn(shell),
        Command::Restore(map, until) => versions::restore(shell, map, until),
        Command::OpenMap(map) => versions::open(shell, map, ctx),
        Command::Answer(answer) => files::answer(shell, answer, ctx),
        Command::Recover(number) => files::leave(shell, After::Recover(number), ctx),
        Command::DiscardDraft(number) => shell.session.discard_draft(number),
        Command::LookAtBoth(number) => shell.session.look_at_both(number),
        Command::ShowOther => shell.session.show_other(),
        Command::ChooseOfBoth(chosen) => shell.session.choose_of_both(chosen),
        Command::LeaveAtOnce => files::leave_at_once(shell, ctx),
        Command::View(view) => shell.session.show_view(view),
        Command::Lens(lens) => shell.session.show_lens(lens),
        Command::Theme(theme) => shell.session.settings.theme = theme,
        Command::Motion(motion) => shell.session.settings.motion = motion,
        Command::Language(language) => settings::speak(shell, language),
        Command::TextSize(size) => shell.session.settings.text_size = size,
        Command::KeepDrafts(keeps) => shell.session.keep_drafts(keeps),
        Command::Settings => turn(&mut shell.panels.is_showing_settings),
        Command::AwaitKeys(command) => shell.panels.awaits_keys = command.map(|command| *command),
        Command::GiveKeys(command, keys) => settings::give_keys(shell, &command, keys),
        Command::Choose(actors) => choose(shell, actors),
        Command::ChooseAll => choose_all(shell),
        Command::At(date) => at(shell, date),
        Command::Dates => dates(shell),
        Command::Look(item) => look(shell, item),
        Command::Route(number) => shell.session.show_route(number),
        Command::Tab(tab) => show_tab(shell, tab),
        Command::Centre => shell.session.look.centre = shell.session.actor_looked_at(),
        Command::Fit => shell.canvas.camera.is_fitting = true,
        Command::ZoomIn => zoom(shell, 1.25, ctx),
        Command::ZoomOut => zoom(shell, 0.8, ctx),
        Command::LeftPanel => turn(&mut shell.session.settings.frame.is_left_open),
        Command::RightPanel => turn(&mut shell.session.settings.frame.is_right_open),
        Command::Find => shell.finder.open(),
        Command::Bridges => shell.session.propose(),
        Command::StopBridges => shell.session.proposals = crate::session::Proposals::default(),
        Command::Filter(change) => filter(&mut shell.session.look.filter, change),
        Command::ClearFilter => shell.session.look.filter = Filter::default(),
        Command::Keys => turn(&mut shell.panels.is_telling_keys),
        Command::Change(named) => {
            building::change(shell, *named);
        }
        Command::Add(named) => building::add_and_look(shell, *named),
        Command::ChangeOn(named, burst) => building::change_on(shell, *named, burst),
        Command::Paste(text) => building::paste(shell, text),
        Command::Duplicate => building::duplicate(shell),
        Command::QuickAdd(text) => shell.quick.open(text),
        Command::Delete => building::delete(shell),
        Command::Release => building::release(shell),
        Command::Undo => shell.session.undo(),
        Command::Redo => shell.session.redo(),
        Command::GoTo(step) => shell.session.go_to(step),
        Command::Steps => turn(&mut shell.panels.is_showing_steps),
        Command::Try(tie) => building::try_tie(shell, tie),
        Command::TryBridge(bridge) => building::try_bridge(shell, bridge),
        Command::Without => building::without(shell),
        Command::ConfirmedOnly => building::confirmed_only(shell),
        Command::KeepTried => building::keep_tried(shell),
        Command::DropTried => building::drop_tried(shell),
        Command::Say(text) => shell.session.say_of_now(text),
    }
    ctx.request_repaint();
}

fn look(shell: &mut Shell, item: Option<Item>) {
    shell.session.look_at(item);
    // What is looked at is told on the tab that tells most of it.
    match item {
        Some(Item::Finding(_)) => show_tab(shell, Tab::Findings),
        Some(Item::Bridge(_)) => show_tab(shell, Tab::Bridges),
        Some(Item::Tie(_) | Item::Level(_)) => show_tab(shell, Tab::Details),
        Some(Item::Belt(_)) => show_tab(shell, Tab::Channel),
        Some(Item::Actor(_) | Item::Expected(_)) if shell.panels.tab != Tab::Details => {
            show_tab(shell, Tab::Channel);
        }
        _ => {}
    }
}

fn turn(switch: &mut bool) {
    *switch = !*switch;
}

fn choose(shell: &mut Shell, actors: Vec<ActorIx>) {
    shell.session.choose(actors);
    if shell.session.look.chosen.is_empty() {
        look(shell, shell.session.look.item);
    } else {
        show_tab(shell, Tab::Details);
    }
}

fn choose_all(shell: &mut Shell) {
    let Some(document) = &shell.session.document else { return };
    let shown = shell.session.look.filter.actors(&document.analysis);
    let actors = (0..).zip(shown).filter(|(_, is_shown)| *is_shown).map(|(actor, _)| actor).collect();
    choose(shell, actors);
}

fn at(shell: &mut Shell, date: Option<Date>) {
    let Some(document) = &shell.session.document else { return };
    let mut supposed = document.supposed.clone();
    supposed.scenario.at = date;
    shell.session.suppose(supposed);
}

/// Without the dates in sight the whole map is shown: nothing is left out that nobody could see.
fn dates(shell: &mut Shell) {
    turn(&mut shell.panels.is_showing_dates);
    if !shell.panels.is_showing_dates {
        at(shell, None);
    }
}

fn show_tab(shell: &mut Shell, tab: Tab) {
    shell.panels.tab = tab;
    shell.session.settings.frame.is_right_open = true;
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
