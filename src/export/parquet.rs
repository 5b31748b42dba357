//! A selection as Parquet, a table for programs: several values of a clause are a list. Only the command line has it, since
//! the library that writes it is too large for a page.

use super::selection::{COLUMNS, CellValue, LISTS, OPTIONAL, Row, Selection};
use parquet::basic::{LogicalType, Repetition, Type as PhysicalType};
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type};
use parquet::errors::Result;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};
use std::sync::Arc;

/// How many clauses are in memory together before they are written.
const N_IN_GROUP: usize = 50_000;

/// The one column of numbers.
const NUMBER: &str = "session";

/// Writes the table. What the other formats say of where it is from is in its metadata, under the same names.
///
/// # Errors
///
/// What the library that writes it reports; to write to memory gives it no cause.
pub fn parquet(selection: &Selection<'_>) -> Result<Vec<u8>> {
    let provenance = selection.provenance().into_iter();
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
        for (at, name) in COLUMNS.into_iter().enumerate() {
            let Some(mut column) = group.next_column()? else { break };
            write_column(&mut column, name, rows.iter().filter_map(|row| row.values.get(at)))?;
            column.close()?;
        }
        group.close()?;
    }
    file.close()?;
    Ok(bytes)
}

fn schema() -> Result<TypePtr> {
    let columns = COLUMNS.into_iter().map(|name| column_type(name).map(Arc::new)).collect::<Result<_>>()?;
    Type::group_type_builder("clauses").with_fields(columns).build().map(Arc::new)
}

fn column_type(name: &str) -> Result<Type> {
    let optional = if OPTIONAL.contains(&name) { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    let text = |name, repetition| {
        Type::primitive_type_builder(name, PhysicalType::BYTE_ARRAY)
            .with_repetition(repetition)
            .with_logical_type(Some(LogicalType::String))
            .build()
    };
    if name == NUMBER {
        return Type::primitive_type_builder(name, PhysicalType::INT32).with_repetition(optional).build();
    }
    if !LISTS.contains(&name) {
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

/// Writes a column of some rows. Definition levels say which values there are, 1, and which not, 0; repetition levels whether
/// a value goes on with its row's list, 1, or begins a row, 0.
fn write_column<'v>(
    column: &mut SerializedColumnWriter<'_>,
    name: &str,
    cells: impl Iterator<Item = &'v CellValue>,
) -> Result<()> {
    let (mut defined, mut repeated) = (Vec::new(), Vec::new());
    let (mut texts, mut numbers): (Vec<ByteArray>, Vec<i32>) = (Vec::new(), Vec::new());
    let is_list = LISTS.contains(&name);
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
                let is_there = !text.is_empty() || !OPTIONAL.contains(&name);
                defined.push(i16::from(is_there));
                texts.extend(is_there.then(|| ByteArray::from(text.as_str())));
            }
        }
    }
    let defined = (is_list || OPTIONAL.contains(&name)).then_some(defined.as_slice());
    let repeated = is_list.then_some(repeated.as_slice());
    if name == NUMBER {
        column.typed::<Int32Type>().write_batch(&numbers, defined, repeated)?;
    } else {
        column.typed::<ByteArrayType>().write_batch(&texts, defined, repeated)?;
    }
    Ok(())
}
