//! Datasets of consultations that the archive has no longer: they are named, and only a flag hides or removes them.

use super::portal::Portal;
use super::state::State;
use super::targets::others;
use super::{Place, Run, Withdrawn};
use crate::catalogue::{Payload, Payloads};
use crate::diagnose::{Diagnostic, codes};

/// The name of the dataset of all consultations together.
const EVERYTHING: &str = "archive";

/// Whether any consultation that the list of ids knows is still in the archive. Where none is, the list or the site is most likely another archive's.
pub fn is_familiar(state: &State, payloads: &Payloads) -> bool {
    // The dataset of everything is called the same in every archive.
    let names: Vec<String> = state.names().into_iter().filter(|name| name != EVERYTHING).collect();
    names.iter().any(|name| payloads.datasets.iter().any(|payload| payload.name == *name || payload.former.contains(name)))
}

/// Settles what was withdrawn. Of an archive that is not `familiar` nothing is hidden or removed.
pub fn settle(portal: &mut (dyn Portal + '_), place: Place<'_>, familiar: bool, state: &mut State, run: &mut Run) -> Result<(), Diagnostic> {
    let order = place.order;
    let asked = |name: &String| order.only.is_empty() || order.only.contains(name);
    let gone = |name: &String| {
        // What was renamed, and is not asked for, is there.
        let renamed = |payload: &Payload| payload.former.contains(name) && state.dataset(&payload.name).is_none();
        place.payloads.datasets.iter().all(|payload| payload.name != *name && !renamed(payload))
    };
    let names: Vec<String> = state.names().into_iter().filter(|name| gone(name) && asked(name)).collect();
    if !familiar && order.withdrawn != Withdrawn::Name && !names.is_empty() {
        run.failed(Diagnostic::new(codes::ALL_WITHDRAWN).arg("names", names.join(", ")).count(names.len() as u64))?;
        return Ok(());
    }
    for name in names {
        match one(portal, order.withdrawn, &name, place.client.is_dry(), state, run) {
            Ok(()) => run.answered(),
            Err(diagnostic) => run.failed(diagnostic)?,
        }
        state.keep()?;
    }
    Ok(())
}

fn one(portal: &mut (dyn Portal + '_), what: Withdrawn, name: &str, dry: bool, state: &mut State, run: &mut Run) -> Result<(), Diagnostic> {
    let Some(known) = state.dataset(name).cloned() else { return Ok(()) };
    // Who hid it knows of it.
    if what == Withdrawn::Name && known.hidden {
        return Ok(());
    }
    let Some(remote) = portal.read(&known.id, known.is_private())? else {
        state.forget(name);
        return Ok(());
    };
    let page = portal.page(&remote.id);
    let identifier = portal.identifier(&remote.body);
    // A dry run reads nothing that it could compare.
    let is_ours = dry || !known.identifier.is_empty() && identifier.as_deref() == Some(known.identifier.as_str());
    // To be named, it is enough that nobody else has it; what is hidden or removed must be known for ours.
    let is_others = identifier.is_some() && !known.identifier.is_empty() && !is_ours;
    if is_others || (what != Withdrawn::Name && !is_ours) {
        return Err(others(portal, name, &remote));
    }
    let is_private = portal.is_private(&remote.body);
    match what {
        // There is nothing that `--withdrawn private` would do.
        Withdrawn::Name if is_private || portal.is_deleted(&remote.body) => {}
        Withdrawn::Name => run.said.push(Diagnostic::new(codes::DATASET_WITHDRAWN).arg("name", name).arg("page", page)),
        // What was private before stays so when it comes back: only what we hid is shown again.
        Withdrawn::Hide if is_private || portal.is_deleted(&remote.body) => {}
        Withdrawn::Hide => {
            portal.hide(&remote, true)?;
            run.done.withdrawn += 1;
            let known = state.dataset_mut(name);
            (known.hidden, known.private) = (true, true);
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
