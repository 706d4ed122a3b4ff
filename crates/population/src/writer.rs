//! Tables to Parquet files in a folder, a batch at a time.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use rayon::prelude::*;

use crate::files::{FileError, file_name};
use crate::results::Results;
use crate::table::Table;
use crate::table_file::{self, TableFile};

/// What the name of a file ends in until it is complete, so that nobody reads it.
const UNFINISHED: &str = "onaf";

/// Writes tables to files, all of them or none: until [`Writer::finish`] they have another name, and
/// a writer that is dropped before takes them away.
pub struct Writer {
    files: Vec<Unfinished>,
}

/// A file that has another name until it is complete.
struct Unfinished {
    path: PathBuf,
    temporary: PathBuf,
    /// Nothing once the file is complete.
    table: Option<TableFile>,
}

impl Writer {
    /// Starts the files of a population in a folder, which must exist: households, then persons.
    pub fn of_population(folder: &Path) -> Result<Writer, FileError> {
        let tables = [Table::Households, Table::Persons];
        let tables = tables.map(|table| (table.name().to_string(), table.schema()));
        Writer::create(folder, tables, |_| table_file::of_population())
    }

    /// Starts the files of results in a folder, which must exist, in the order of
    /// [`Collected::tables`](crate::results::Collected::tables).
    pub fn of_results(folder: &Path, results: &Results) -> Result<Writer, FileError> {
        Writer::create(folder, results.files(), table_file::of_results)
    }

    fn create(
        folder: &Path,
        tables: impl IntoIterator<Item = (String, SchemaRef)>,
        properties: impl Fn(&SchemaRef) -> WriterProperties,
    ) -> Result<Writer, FileError> {
        let mut writer = Writer { files: Vec::new() };
        for (name, schema) in tables {
            let path = folder.join(file_name(&name));
            let temporary = path.with_added_extension(UNFINISHED);
            let file = File::create(&temporary).map_err(|source| io_error(&temporary, source))?;
            writer.files.push(Unfinished { path, temporary, table: None });
            let properties = properties(&schema);
            let opened = TableFile::create(file, schema, properties);
            let Some(last) = writer.files.last_mut() else { continue };
            last.table = Some(opened.map_err(|source| last.damaged(source))?);
        }
        Ok(writer)
    }

    /// Adds rows to every file: a batch for each, in the order of the files.
    pub fn write(&mut self, batches: &[RecordBatch]) -> Result<(), FileError> {
        if let Some(without) = self.files.get(batches.len()) {
            let message = "there are fewer batches than files".to_string();
            return Err(without.damaged(ParquetError::General(message)));
        }
        let files = self.files.par_iter_mut().zip(batches);
        files.try_for_each(|(file, batch)| {
            let written = file.table.as_mut().map_or(Ok(()), |table| table.write(batch));
            written.map_err(|source| file.damaged(source))
        })
    }

    /// Completes the files, and gives them their names. What stood there under these names goes first,
    /// so that old and new are never side by side.
    pub fn finish(mut self) -> Result<(), FileError> {
        for file in &mut self.files {
            let Some(table) = file.table.take() else { continue };
            let written = table.finish().map_err(|source| file.damaged(source))?;
            written.sync_all().map_err(|source| io_error(&file.temporary, source))?;
        }
        for Unfinished { path, .. } in &self.files {
            match fs::remove_file(path) {
                Err(source) if source.kind() != io::ErrorKind::NotFound => {
                    return Err(io_error(path, source));
                }
                _ => {}
            }
        }
        for Unfinished { path, temporary, .. } in &self.files {
            fs::rename(temporary, path).map_err(|source| io_error(path, source))?;
        }
        self.files.clear();
        Ok(())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        for file in &self.files {
            // Left over, it is still no result: nobody reads a file of this name.
            let _ = fs::remove_file(&file.temporary);
        }
    }
}

impl Unfinished {
    fn damaged(&self, source: ParquetError) -> FileError {
        FileError::Parquet { path: self.path.clone(), source }
    }
}

fn io_error(path: &Path, source: io::Error) -> FileError {
    FileError::Io { path: path.to_path_buf(), source }
}
