//! GeoJSON (RFC 7946): a point for each row with a place on earth; the other columns are its properties. A table none of whose rows
//! has a place has no such file.

use std::io::{self, Write};

use super::json::Object;
use super::{Facts, Format, RowWriter, Sheet};
use crate::diagnose::Diagnostic;
use crate::export::{Cell, Column, FileMade, Subject, Table};
use crate::write::{Output, OutputFile, explain};

/// The format.
pub struct GeoJson;

impl Format for GeoJson {
    fn facts(&self) -> &'static Facts {
        &Facts { id: "geojson", ending: ".geojson", name: "GeoJSON", media_type: "application/geo+json", file_type: Some("GEOJSON") }
    }

    fn suits(&self, columns: &[Column]) -> bool {
        point(columns).is_some()
    }

    fn open<'a>(&self, sheet: &Sheet<'_>, url: &str, output: &'a Output) -> Result<Box<dyn RowWriter + 'a>, Diagnostic> {
        Ok(Box::new(GeoJsonWriter {
            file: output.create(url)?,
            url: url.to_owned(),
            point: point(sheet.columns).unwrap_or_default(),
            object: Object::new(sheet.columns, true),
            first: true,
            line: Vec::with_capacity(4096),
        }))
    }
}

/// The areas that the rows of a table are about; `None` where no consultation's is known. There are as many rows as consultations.
pub fn areas(table: &dyn Table, columns: &[Column], subjects: &[Subject<'_>]) -> io::Result<Option<Vec<u8>>> {
    let mut object = Object::new(columns, true);
    let mut features = Vec::new();
    for subject in subjects {
        let Some(area) = table.areas(subject) else { continue };
        table.rows(subject, columns, &mut |cells| {
            let mut feature = format!("{{\"type\":\"Feature\",\"geometry\":{},\"properties\":", area.geojson()).into_bytes();
            object.write(cells, &mut feature)?;
            feature.push(b'}');
            features.push(feature);
            Ok(())
        })?;
    }
    let text = [b"{\"type\":\"FeatureCollection\",\"features\":[\n".as_slice(), &features.join(b",\n".as_slice()), b"\n]}\n"].concat();
    Ok((!features.is_empty()).then_some(text))
}

/// Places of the columns of latitude and longitude.
fn point(columns: &[Column]) -> Option<(usize, usize)> {
    let find = |name: &str| columns.iter().position(|column| column.name == name);
    Some((find("latitude")?, find("longitude")?))
}

struct GeoJsonWriter<'a> {
    file: OutputFile<'a>,
    url: String,
    point: (usize, usize),
    object: Object,
    first: bool,
    line: Vec<u8>,
}

impl RowWriter for GeoJsonWriter<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        let (Cell::Number(latitude), Cell::Number(longitude)) = (&cells[self.point.0], &cells[self.point.1]) else { return Ok(()) };
        self.line.clear();
        self.line.extend_from_slice(if self.first { b"{\"type\":\"FeatureCollection\",\"features\":[\n" } else { b",\n" });
        self.first = false;
        write!(self.line, "{{\"type\":\"Feature\",\"geometry\":{{\"type\":\"Point\",\"coordinates\":[{longitude},{latitude}]}},\"properties\":")?;
        self.object.write(cells, &mut self.line)?;
        self.line.push(b'}');
        self.file.write_all(&self.line)
    }

    fn finish(mut self: Box<Self>) -> Result<Option<FileMade>, Diagnostic> {
        if self.first {
            self.file.abandon()?;
            return Ok(None);
        }
        self.file.write_all(b"\n]}\n").map_err(|error| explain(&error, self.url.as_ref()))?;
        Ok(Some(FileMade { url: self.url, format: "geojson", info: self.file.finish()? }))
    }
}
