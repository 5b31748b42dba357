//! The table of clauses as Parquet, for programs; several values of a clause are a list. Only the command line has it:
//! the `parquet` crate is too large for a page.

use super::selection::Selection;
use super::table::{COLUMNS, CellValue, ClauseColumn, Row};
use parquet::basic::{LogicalType, Repetition, Type as PhysicalType};
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type};
use parquet::errors::Result;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};
use std::sync::Arc;

/// Rows in a row group: this many are in memory at a time.
const N_IN_GROUP: usize = 50_000;

/// Writes the table. Its provenance is in the file's key-value metadata, under the names that the other formats use.
///
/// # Errors
///
/// Whatever the `parquet` crate reports. Writing to memory should not fail.
pub fn parquet(selection: &Selection<'_>) -> Result<Vec<u8>> {
    let provenance = selection.provenance_data().into_iter();
    let facts = provenance.map(|(name, value)| KeyValue::new(name.to_owned(), value)).collect();
    let properties = WriterProperties::builder()
        .set_created_by(selection.provenance.program.clone())
        .set_key_value_metadata(Some(facts))
        .build();
    let mut bytes = Vec::new();
    let mut file = SerializedFileWriter::new(&mut bytes, schema()?, Arc::new(properties))?;
    let mut rows = selection.rows().peekable();
    while rows.peek().is_some() {
        let rows: Vec<Row> = rows.by_ref().take(N_IN_GROUP).collect();
        let mut group = file.next_row_group()?;
        for (at, column) in COLUMNS.iter().enumerate() {
            let Some(mut writer) = group.next_column()? else { break };
            write_column(&mut writer, column, rows.iter().filter_map(|row| row.values.get(at)))?;
            writer.close()?;
        }
        group.close()?;
    }
    file.close()?;
    Ok(bytes)
}

fn schema() -> Result<TypePtr> {
    let columns = COLUMNS.iter().map(|column| column_type(column).map(Arc::new)).collect::<Result<_>>()?;
    Type::group_type_builder("clauses").with_fields(columns).build().map(Arc::new)
}

fn column_type(column: &ClauseColumn) -> Result<Type> {
    let name = column.name;
    let optional = if column.is_optional() { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    let text = |name, repetition| {
        Type::primitive_type_builder(name, PhysicalType::BYTE_ARRAY)
            .with_repetition(repetition)
            .with_logical_type(Some(LogicalType::String))
            .build()
    };
    if column.is_number() {
        return Type::primitive_type_builder(name, PhysicalType::INT32).with_repetition(optional).build();
    }
    if !column.is_list() {
        return text(name, optional);
    }
    let elements = Type::group_type_builder("list")
        .with_repetition(Repetition::REPEATED)
        .with_fields(vec![Arc::new(text("element", Repetition::REQUIRED)?)])
        .build()?;
    Type::group_type_builder(name)
        .with_repetition(Repetition::REQUIRED)
        .with_logical_type(Some(LogicalType::List))
        .with_fields(vec![Arc::new(elements)])
        .build()
}

/// Writes a column of some rows. A definition level is 1 for a value and 0 for none; a repetition level is 1 if the value
/// continues its row's list and 0 if it starts a row.
fn write_column<'v>(
    writer: &mut SerializedColumnWriter<'_>,
    column: &ClauseColumn,
    cells: impl Iterator<Item = &'v CellValue>,
) -> Result<()> {
    let (mut defined, mut repeated) = (Vec::new(), Vec::new());
    let (mut texts, mut numbers): (Vec<ByteArray>, Vec<i32>) = (Vec::new(), Vec::new());
    for cell in cells {
        match cell {
            CellValue::List(items) => {
                defined.extend(std::iter::repeat_n(1, items.len()));
                repeated.extend((0..items.len()).map(|at| i16::from(at > 0)));
                texts.extend(items.iter().map(|item| ByteArray::from(item.as_str())));
                if items.is_empty() {
                    defined.push(0);
                    repeated.push(0);
                }
            }
            CellValue::Number(number) => {
                defined.push(1);
                numbers.push((*number).try_into().unwrap_or(i32::MAX));
            }
            CellValue::Text(text) | CellValue::Date(text) | CellValue::Link(text) => {
                let is_there = !text.is_empty() || !column.is_optional();
                defined.push(i16::from(is_there));
                texts.extend(is_there.then(|| ByteArray::from(text.as_str())));
            }
        }
    }
    let defined = (column.is_list() || column.is_optional()).then_some(defined.as_slice());
    let repeated = column.is_list().then_some(repeated.as_slice());
    if column.is_number() {
        writer.typed::<Int32Type>().write_batch(&numbers, defined, repeated)?;
    } else {
        writer.typed::<ByteArrayType>().write_batch(&texts, defined, repeated)?;
    }
    Ok(())
}
