//! One table in one Parquet file.

use std::fs::File;

use arrow_array::RecordBatch;
use arrow_schema::{DataType, Fields, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::{
    ArrowColumnWriter, ArrowLeafColumn, ArrowRowGroupWriterFactory, compute_leaves,
};
use parquet::basic::{Compression, Encoding};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::ColumnPath;
use rayon::prelude::*;

/// From so many rows a group of them is written out, of a population and of results. Until then it is kept
/// in memory, encoded. A population is read faster in large groups: words are looked up in one dictionary.
const POPULATION_GROUP: usize = 1_000_000;
const RESULTS_GROUP: usize = 250_000;

/// The bytes of a dictionary, from which the values of a column are written as they are: as many as stay
/// near the processor.
const DICTIONARY: usize = 64 * 1024;

/// A file with a table, whose columns are encoded side by side.
pub(crate) struct TableFile {
    schema: SchemaRef,
    file: SerializedFileWriter<File>,
    groups: ArrowRowGroupWriterFactory,
    /// Of the group of rows that is being made; none when there are no rows in it yet.
    columns: Vec<ArrowColumnWriter>,
    rows: usize,
    /// How many rows make a group.
    group: usize,
}

impl TableFile {
    /// Starts the table in a file that is empty.
    pub fn create(
        file: File,
        schema: SchemaRef,
        properties: WriterProperties,
    ) -> Result<TableFile, ParquetError> {
        let group = properties.max_row_group_row_count().unwrap_or(RESULTS_GROUP);
        let writer = ArrowWriter::try_new(file, schema.clone(), Some(properties))?;
        let (file, groups) = writer.into_serialized_writer()?;
        Ok(TableFile { schema, file, groups, columns: Vec::new(), rows: 0, group })
    }

    /// Adds rows. Refused when the batch has other columns.
    pub fn write(&mut self, batch: &RecordBatch) -> Result<(), ParquetError> {
        let types = |fields: &Fields| -> Vec<DataType> {
            fields.iter().map(|field| field.data_type().clone()).collect()
        };
        if types(self.schema.fields()) != types(batch.schema().fields()) {
            let message = "the batch has other columns than the file".to_string();
            return Err(ParquetError::General(message));
        }
        if batch.num_rows() == 0 {
            return Ok(());
        }
        if self.columns.is_empty() {
            let group = self.file.flushed_row_groups().len();
            self.columns = self.groups.create_column_writers(group)?;
        }
        let mut leaves: Vec<ArrowLeafColumn> = Vec::new();
        for (field, array) in self.schema.fields().iter().zip(batch.columns()) {
            leaves.extend(compute_leaves(field, array)?);
        }
        let columns = self.columns.par_iter_mut().zip(&leaves);
        columns.try_for_each(|(column, leaf)| column.write(leaf))?;
        self.rows += batch.num_rows();
        if self.rows >= self.group { self.end_group() } else { Ok(()) }
    }

    fn end_group(&mut self) -> Result<(), ParquetError> {
        self.rows = 0;
        let columns = std::mem::take(&mut self.columns).into_par_iter();
        let chunks: Vec<_> = columns.map(ArrowColumnWriter::close).collect::<Result<_, _>>()?;
        let mut group = self.file.next_row_group()?;
        chunks.into_iter().try_for_each(|chunk| chunk.append_to_row_group(&mut group))?;
        group.close()?;
        Ok(())
    }

    /// Completes the table, and gives back the file.
    pub fn finish(mut self) -> Result<File, ParquetError> {
        if !self.columns.is_empty() {
            self.end_group()?;
        }
        self.file.into_inner()
    }
}

/// How the columns of a population are encoded, which is read over and over: in dictionaries, which are
/// read a fifth faster than differences.
pub(crate) fn of_population() -> WriterProperties {
    WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(POPULATION_GROUP))
        .build()
}

/// How the columns of results are encoded, which are made over and over: amounts of many sizes as
/// differences, which takes two thirds of the time and five sixths of the room that a large dictionary
/// takes.
pub(crate) fn of_results(schema: &SchemaRef) -> WriterProperties {
    let mut properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(RESULTS_GROUP))
        .set_dictionary_page_size_limit(DICTIONARY);
    for field in schema.fields().iter().filter(|field| is_number(field.data_type())) {
        let column = ColumnPath::from(field.name().as_str());
        properties = properties.set_column_encoding(column, Encoding::DELTA_BINARY_PACKED);
    }
    properties.build()
}

/// Whether Parquet keeps it as a whole number.
fn is_number(datatype: &DataType) -> bool {
    use DataType::{Date32, Decimal32, Decimal64, Int32, Int64};
    matches!(datatype, Int32 | Int64 | Date32 | Decimal32(..) | Decimal64(..))
}
