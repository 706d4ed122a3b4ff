//! Populations and results in Parquet: a file for each table in a folder, a batch at a time.

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{self, JoinHandle};

use arrow_array::RecordBatch;
use arrow_array::RecordBatchReader;
use arrow_schema::{ArrowError, SchemaRef};
use arrow_select::concat::concat_batches;
use engine::text;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use parquet::errors::ParquetError;
use thiserror::Error;

use crate::TableError;
use crate::intake::{Intake, IntakeError};
use crate::municipalities;
use crate::table::Table;

pub use crate::writer::Writer;

/// Why tables could not be read or written.
#[derive(Debug, Error)]
pub enum FileError {
    /// A file cannot be opened, read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: std::io::Error,
    },
    /// A file is no Parquet, or is damaged.
    #[error("{}: {source}", path.display())]
    Parquet {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: ParquetError,
    },
    /// The tables are wrong.
    #[error(transparent)]
    Intake(#[from] IntakeError),
}

/// The file of a table in the folder of a population.
pub fn path(folder: &Path, table: Table) -> PathBuf {
    folder.join(file_name(table.name()))
}

pub(crate) fn file_name(table: &str) -> String {
    format!("{table}.parquet")
}

/// The table of municipalities ([`crate::municipalities`]) in the folder of a population; nothing when
/// there is no file of it.
pub fn municipalities(folder: &Path) -> Result<Option<RecordBatch>, FileError> {
    let path = folder.join(file_name(municipalities::TABLE));
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(source) if source.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(FileError::Io { path, source }),
    };
    let damaged = |source: ParquetError| FileError::Parquet { path: path.clone(), source };
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(damaged)?;
    let (schema, reader) = (builder.schema().clone(), builder.build().map_err(damaged)?);
    let batches = reader.collect::<Result<Vec<_>, _>>().map_err(|source| damaged(source.into()))?;
    concat_batches(&schema, &batches).map(Some).map_err(|source| damaged(source.into()))
}

/// Batches of a file, of which the next is being read while the last is at work.
struct Ahead {
    schema: SchemaRef,
    batches: Receiver<Result<RecordBatch, ArrowError>>,
    reading: Option<JoinHandle<()>>,
}

impl Ahead {
    fn of(reader: ParquetRecordBatchReader) -> Ahead {
        let schema = reader.schema();
        // Whoever reads waits with a batch until it is taken: one is ahead, never more.
        let (sender, batches) = sync_channel(0);
        let reading = thread::spawn(move || {
            for batch in reader {
                if sender.send(batch).is_err() {
                    return;
                }
            }
        });
        Ahead { schema, batches, reading: Some(reading) }
    }

    /// The next batch; nothing at the end.
    fn next(&mut self) -> Result<Option<RecordBatch>, ArrowError> {
        match self.batches.recv() {
            Ok(batch) => batch.map(Some),
            Err(_) => match self.reading.take().map(JoinHandle::join) {
                Some(Err(_)) => {
                    let what = "reading stopped halfway: the file is damaged".to_string();
                    Err(ArrowError::ParquetError(what))
                }
                _ => Ok(None),
            },
        }
    }
}

/// Households with their persons, as they stand in the files of a population.
pub struct Reader {
    households: Ahead,
    persons: Ahead,
    paths: [PathBuf; 2],
    /// Persons that were read and belong to later households.
    waiting: Option<RecordBatch>,
}

impl Reader {
    /// Opens the files in a folder, for batches of so many households. Only the columns that the
    /// rules need are read, whatever else the files hold.
    pub fn open(
        folder: &Path,
        households: usize,
        intake: &Intake<'_>,
    ) -> Result<Reader, FileError> {
        let open = |table: Table| {
            let path = path(folder, table);
            let file =
                File::open(&path).map_err(|source| FileError::Io { path: path.clone(), source })?;
            let failed = |source| FileError::Parquet { path: path.clone(), source };
            let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(failed)?;
            let names = intake.columns(table);
            let roots = builder.parquet_schema().root_schema().get_fields().iter().enumerate();
            let wanted = roots.filter(|(_, root)| names.contains(&root.name()));
            let wanted: Vec<usize> = wanted.map(|(at, _)| at).collect();
            let mask = ProjectionMask::roots(builder.parquet_schema(), wanted);
            let builder = builder.with_projection(mask).with_batch_size(households);
            builder.build().map(Ahead::of).map_err(failed)
        };
        let tables = [Table::Households, Table::Persons];
        Ok(Reader {
            households: open(Table::Households)?,
            persons: open(Table::Persons)?,
            paths: tables.map(|table| path(folder, table)),
            waiting: None,
        })
    }

    /// The next households; nothing at the end, where no persons may be left.
    pub fn households(&mut self) -> Result<Option<RecordBatch>, FileError> {
        let next = self.households.next();
        let next = next.map_err(|source| self.damaged(Table::Households, source.into()))?;
        if next.is_none() && self.persons(1)?.num_rows() > 0 {
            let error = TableError {
                table: Table::Persons.name(),
                column: None,
                row: None,
                message: text!(
                    "Na het laatste huishouden staan er nog personen. Controleer aantal_personen.",
                    "After the last household there are persons left. Check aantal_personen."
                ),
            };
            return Err(FileError::Intake(error.into()));
        }
        Ok(next)
    }

    /// The next so many persons, or those that are left.
    pub fn persons(&mut self, count: usize) -> Result<RecordBatch, FileError> {
        let mut parts = Vec::new();
        let mut wanted = count;
        while wanted > 0 || parts.is_empty() {
            let batch = match self.waiting.take() {
                Some(batch) => batch,
                None => match self.persons.next() {
                    Ok(Some(batch)) => batch,
                    Ok(None) => break,
                    Err(source) => return Err(self.damaged(Table::Persons, source.into())),
                },
            };
            let taken = wanted.min(batch.num_rows());
            parts.push(batch.slice(0, taken));
            wanted -= taken;
            if taken < batch.num_rows() {
                self.waiting = Some(batch.slice(taken, batch.num_rows() - taken));
            }
        }
        match &parts[..] {
            [] => Ok(RecordBatch::new_empty(self.persons.schema.clone())),
            [one] => Ok(one.clone()),
            [first, ..] => concat_batches(&first.schema(), &parts)
                .map_err(|source| self.damaged(Table::Persons, source.into())),
        }
    }

    fn damaged(&self, table: Table, source: ParquetError) -> FileError {
        FileError::Parquet { path: self.paths[table as usize].clone(), source }
    }
}
