//! Datasets of consultations that the archive has no longer: they are named, and only a flag hides or removes them.

use super::portal::Portal;
use super::state::State;
use super::targets::taken;
use super::{Place, Run, Withdrawn};
use crate::catalogue::Payload;
use crate::diagnose::{Diagnostic, codes};

/// Settles what was withdrawn.
pub fn settle(portal: &mut (dyn Portal + '_), place: Place<'_>, state: &mut State, run: &mut Run) -> Result<(), Diagnostic> {
    let order = place.order;
    let asked = |name: &String| order.only.is_empty() || order.only.contains(name);
    let gone = |name: &String| {
        // What was renamed, and is not asked for, is there.
        let renamed = |payload: &Payload| payload.former.contains(name) && state.dataset(&payload.name).is_none();
        place.payloads.datasets.iter().all(|payload| payload.name != *name && !renamed(payload))
    };
    let names: Vec<String> = state.names().into_iter().filter(|name| gone(name) && asked(name)).collect();
    for name in names {
        // A site without any dataset was not built as somebody meant it: nothing goes for that.
        let what = if place.payloads.datasets.is_empty() { Withdrawn::Name } else { order.withdrawn };
        if let Err(diagnostic) = one(portal, what, &name, state, run) {
            run.failed(diagnostic)?;
        }
        state.keep()?;
    }
    Ok(())
}

fn one(portal: &mut (dyn Portal + '_), what: Withdrawn, name: &str, state: &mut State, run: &mut Run) -> Result<(), Diagnostic> {
    let Some(known) = state.dataset(name).cloned() else { return Ok(()) };
    let Some(remote) = portal.read(&known.id)? else {
        state.forget(name);
        return Ok(());
    };
    let page = portal.page(&remote.id);
    if let Some(other) = portal.identifier(&remote.body).filter(|other| !known.identifier.is_empty() && *other != known.identifier) {
        return Err(taken(name, &other, &page));
    }
    match what {
        // Who hid it knows of it.
        Withdrawn::Name if known.hidden || portal.is_deleted(&remote.body) => {}
        Withdrawn::Name => run.said.push(Diagnostic::new(codes::DATASET_WITHDRAWN).arg("name", name).arg("page", page)),
        Withdrawn::Hide => {
            portal.hide(&remote, true)?;
            run.done.withdrawn += 1;
            state.dataset_mut(name).hidden = true;
        }
        Withdrawn::Remove => {
            if !portal.is_deleted(&remote.body) {
                portal.delete(&remote)?;
                run.done.withdrawn += 1;
            }
            state.forget(name);
        }
    }
    Ok(())
}
