//! Reading and importing one large table: what a million contributions cost before anything is done with them.
//!
//! `cargo bench --bench import` measures a table made here (100,000 rows; `GREFFE_BENCH_ROWS` for more);
//! `GREFFE_BENCH_FILE=contributions.csv cargo bench --bench import` measures a file of yours, read once, with its CPU time.

use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use greffe::archive::{ConsultationConfig, ConsultationContent, EditorialContent};
use greffe::diagnose::{Diagnostics, YamlText};
use greffe::import::{Draft, Profiles, SourceReader, link, read_sources};

/// The consultation that has this table as its only source.
fn consultation(file: &Path) -> ConsultationContent {
    let name = file.file_name().expect("a file").to_string_lossy();
    let yaml = format!("title: bench\nsources:\n  - file: {name}\n");
    let config: ConsultationConfig = greffe::read::parse_yaml(&yaml, "consultation.yaml").expect("good YAML");
    ConsultationContent {
        slug: "bench".to_owned(),
        config,
        file: "consultation.yaml".to_owned(),
        yaml: YamlText::new(yaml),
        presentation: None,
        editorial: EditorialContent::default(),
    }
}

fn read(profiles: &Profiles, file: &Path, consultation: &ConsultationContent) -> Draft {
    let folder = file.parent().expect("a folder");
    let reader = SourceReader { profiles, folder, shown: ".".to_owned(), language: "fr", limits: greffe::read::Limits::default(), progress: &|_| {} };
    let mut diagnostics = Diagnostics::default();
    read_sources(&reader, consultation, None, &mut diagnostics)
}

/// A table in the shape of a real export: texts of very unequal length, quotes and line breaks, dates, counts, few coordinates.
fn table(rows: usize) -> PathBuf {
    const WORDS: [&str; 16] = [
        "la",
        "commune",
        "école",
        "réseau",
        "transports",
        "«\u{a0}accès",
        "numérique\u{a0}»",
        "pour",
        "toutes",
        "et",
        "tous",
        "forêt",
        "marché",
        "d’ici",
        "budget",
        "participatif",
    ];
    let path = std::env::temp_dir().join(format!("greffe-bench-{rows}.csv"));
    let mut writer = csv::Writer::from_path(&path).expect("a temporary file");
    writer.write_record(["id", "title", "body", "created_at", "votes_for", "votes_against", "theme", "author_id", "lat", "lon"]).expect("a header");
    // A linear congruential generator: the same table every time.
    let mut state = 7u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for id in 0..rows {
        let length = 20 + next(60) + if next(20) == 0 { next(1200) } else { 0 };
        let mut body = String::new();
        for word in 0..length {
            body.push_str(WORDS[usize::try_from(next(16)).expect("small")]);
            body.push_str(if word % 40 == 39 { ".\n\n" } else { " " });
        }
        let (day, hour) = (1 + next(28), next(24));
        let place = (next(5) == 0).then(|| (format!("{}.{:06}", 43 + next(7), next(999_999)), format!("{}.{:06}", next(6), next(999_999))));
        let (lat, lon) = place.unwrap_or_default();
        let cells = [
            id.to_string(),
            format!("Proposition {id} : {}", WORDS[usize::try_from(next(16)).expect("small")]),
            body,
            format!("2023-01-{day:02} {hour:02}:15:00"),
            next(500).to_string(),
            next(90).to_string(),
            format!("Thème {}", next(12)),
            format!("u{}", next(rows as u64)),
            lat,
            lon,
        ];
        writer.write_record(&cells).expect("a row");
    }
    writer.flush().expect("a flushed file");
    path
}

/// User and system time of this process in seconds, where the system tells.
fn cpu() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    // utime and stime, in ticks of 1/100 s (proc(5)).
    Some((fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?) / 100.0)
}

fn bench(criterion: &mut Criterion) {
    let profiles = Profiles::built_in();
    if let Some(file) = std::env::var_os("GREFFE_BENCH_FILE").map(PathBuf::from) {
        let consultation = consultation(&file);
        let (before, clock) = (cpu(), std::time::Instant::now());
        let draft = read(&profiles, &file, &consultation);
        let (wall, after) = (clock.elapsed().as_secs_f64(), cpu());
        let spent = after.zip(before).map_or_else(|| "?".to_owned(), |(after, before)| format!("{:.2}", after - before));
        println!("{}: {} contributions, {wall:.2} s, {spent} s of CPU", file.display(), draft.contributions.len());
        black_box(draft);
        return;
    }
    let rows = std::env::var("GREFFE_BENCH_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(100_000);
    let file = table(rows);
    let consultation = consultation(&file);
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10).throughput(Throughput::Bytes(file.metadata().map_or(0, |data| data.len())));
    group.bench_function(format!("read {rows}"), |b| b.iter_with_large_drop(|| read(&profiles, &file, &consultation)));
    group.bench_function(format!("link {rows}"), |b| {
        let fresh = || read(&profiles, &file, &consultation);
        b.iter_batched(fresh, |draft| link(draft, &[], ".", &mut Diagnostics::default()), BatchSize::PerIteration);
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
