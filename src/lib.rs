//! Greffe turns the exports of a finished public consultation into a static archive.
pub mod archive;
pub mod check;
pub mod diagnose;
pub mod export;
pub mod group;
pub mod import;
pub mod model;
pub mod normalise;
pub mod pipeline;
pub mod plan;
pub mod rank;
pub mod read;
pub mod render;
pub mod serve;
pub mod tally;
pub mod words;
pub mod write;
