//! What a portal has to be able to do. Datasets and resources are named by the portal's own ids; fields by names of its API.

use serde_json::Value;

use super::merge::Field;
use crate::catalogue::{Payload, PayloadResource};
use crate::diagnose::Diagnostic;

/// A dataset as a portal has it.
#[derive(Debug, Clone)]
pub struct Remote {
    /// Its id.
    pub id: String,
    /// All that is shown of it.
    pub body: Value,
}

/// A resource as a portal has it.
#[derive(Debug, Clone)]
pub struct There {
    /// Its id.
    pub id: String,
    /// Its path in the archive, where we made it.
    pub path: Option<String>,
    /// All that is shown of it.
    pub body: Value,
}

/// A resource to be sent.
pub struct Sending<'a> {
    /// What it is.
    pub resource: &'a PayloadResource,
    /// Its file goes to the portal; else a link.
    pub upload: bool,
    /// The file is another than before.
    pub file: bool,
    /// What is there of it.
    pub known: Option<&'a There>,
    /// The fields to be sent; of a new one those that say something.
    pub fields: &'a [Field],
}

/// Where a file and what is said of it go one after the other: what happens between.
pub enum Step {
    /// The file is about to be sent.
    Begins {
        /// The title it is to have, which its file will take.
        title: String,
    },
    /// The file is there, and nothing is said of it yet.
    Arrived {
        /// The id of its resource.
        id: String,
        /// What the portal says it holds, as in the field `file`.
        file: Value,
    },
}

/// Is told of such steps before they are gone on from.
pub type Steps<'a> = dyn FnMut(Step) -> Result<(), Diagnostic> + 'a;

/// A portal.
pub trait Portal {
    /// Whether the key is good; the id of the organization that is wanted.
    fn hello(&mut self, organization: Option<&str>) -> Result<Option<String>, Diagnostic>;
    /// What is to be told beside the rest, once.
    fn said(&mut self) -> Vec<Diagnostic>;
    /// Fields of the dataset just sent that could not be said this time, and are to be said the next.
    fn unsent(&mut self) -> Vec<String>;
    /// A dataset by its id, if it is there. That a `private` one is not found may mean that the owner of the key may not see it, which is a fault: it is not
    /// to be made again.
    fn read(&mut self, id: &str, private: bool) -> Result<Option<Remote>, Diagnostic>;
    /// The dataset that has one of these identifiers, if there is one; `former` are names of the consultation that nothing else has now.
    fn look(&mut self, payload: &Payload, former: &[String], identifiers: &[String]) -> Result<Option<Remote>, Diagnostic>;
    /// The identifier that a dataset was given.
    fn identifier(&self, body: &Value) -> Option<String>;
    /// Whether it was deleted, and can be brought back by a change.
    fn is_deleted(&self, body: &Value) -> bool;
    /// The id of the organization it is published for.
    fn organization(&self, body: &Value) -> Option<String>;
    /// Whether its publisher alone sees it.
    fn is_private(&self, body: &Value) -> bool;
    /// What we say of a dataset.
    fn fields(&self, payload: &Payload) -> Vec<Field>;
    /// What the portal says in one of these fields.
    fn shown(&self, body: &Value, field: &str) -> Value;
    /// Makes a dataset.
    fn create(&mut self, payload: &Payload, fields: &[Field]) -> Result<Remote, Diagnostic>;
    /// Changes these fields of a dataset, and gives it its identifier.
    fn change(&mut self, payload: &Payload, remote: &Remote, fields: &[Field]) -> Result<Remote, Diagnostic>;
    /// Lets its publisher alone see it, or everybody.
    fn hide(&mut self, remote: &Remote, hidden: bool) -> Result<(), Diagnostic>;
    /// Deletes it.
    fn delete(&mut self, remote: &Remote) -> Result<(), Diagnostic>;
    /// The resources of a dataset.
    fn resources(&self, body: &Value) -> Vec<There>;
    /// A resource as it is now, if it is there.
    fn resource(&mut self, dataset: &str, id: &str) -> Result<Option<There>, Diagnostic>;
    /// Whether files of this path may be uploaded.
    fn takes(&mut self, path: &str) -> Result<bool, Diagnostic>;
    /// What we say of a resource.
    fn resource_fields(&self, resource: &PayloadResource, upload: bool) -> Vec<Field>;
    /// What the portal says in one of these fields; in the field `file`, what it holds.
    fn resource_shown(&self, body: &Value, field: &str) -> Value;
    /// Whether what it holds may well be this file, or is a link as it should be.
    fn holds(&self, body: &Value, resource: &PayloadResource, upload: bool) -> bool;
    /// Whether a resource holds an uploaded file of so many bytes.
    fn has_length(&self, body: &Value, length: u64) -> bool;
    /// Whether nobody has said anything of a resource yet: it is as its file made it.
    fn is_bare(&self, one: &There) -> bool;
    /// Sends a resource. What cannot be changed into what is wanted is made anew; the old one is left to the caller.
    fn send(&mut self, dataset: &str, sending: &Sending<'_>, steps: &mut Steps<'_>) -> Result<There, Diagnostic>;
    /// Takes a resource away.
    fn remove(&mut self, dataset: &str, id: &str) -> Result<(), Diagnostic>;
    /// Puts the resources, all of them, into this order.
    fn order(&mut self, dataset: &str, ids: &[String]) -> Result<(), Diagnostic>;
    /// The page of a dataset for people.
    fn page(&self, id: &str) -> String;
}
