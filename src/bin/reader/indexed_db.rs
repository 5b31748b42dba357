//! Implements the text store with IndexedDB.
//!
//! It uses web-sys directly: the crates that wrap IndexedDB (idb, rexie) do not report why a transaction was aborted, so a
//! full disk could not be distinguished from forbidden storage.

use dispositif::library::{StoreError, TextStore};
use js_sys::{Array, Function, Promise, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DedicatedWorkerGlobalScope, DomException, IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest,
    IdbRequest, IdbTransaction, IdbTransactionMode, WorkerGlobalScope,
};

const VERSION: u32 = 1;
const RECORDS: &str = "records";
const TEXTS: &str = "texts";

/// The database, opened lazily and closed when a newer version of the program wants to upgrade it.
#[derive(Default)]
pub struct IndexedDb {
    open: Rc<RefCell<Option<Opened>>>,
}

#[derive(Clone)]
struct Opened {
    database: IdbDatabase,
    /// A newer version of the program has upgraded it: known data is read, and nothing is written.
    newer: bool,
}

impl TextStore for IndexedDb {
    async fn records(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let (_, tables) = self.transaction(IdbTransactionMode::Readonly).await?;
        let (keys, values) = (tables.records.get_all_keys(), tables.records.get_all());
        let (keys, values) = (keys.map_err(|error| error_of(&error))?, values.map_err(|error| error_of(&error))?);
        let (keys, values) = (Array::from(&result(keys).await?), Array::from(&result(values).await?));
        Ok(keys
            .iter()
            .zip(values.iter())
            .map(|(key, value)| (key.as_string().unwrap_or_default(), bytes(&value)))
            .collect())
    }

    async fn record(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let (_, tables) = self.transaction(IdbTransactionMode::Readonly).await?;
        get(&tables.records, key).await
    }

    async fn text(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let (_, tables) = self.transaction(IdbTransactionMode::Readonly).await?;
        get(&tables.texts, key).await
    }

    async fn put(&self, key: &str, record: &[u8], text: Option<&[u8]>) -> Result<(), StoreError> {
        let (transaction, tables) = self.transaction(IdbTransactionMode::Readwrite).await?;
        put(&tables.records, key, record)?;
        if let Some(text) = text {
            put(&tables.texts, key, text)?;
        }
        done(&transaction).await
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        let (transaction, tables) = self.transaction(IdbTransactionMode::Readwrite).await?;
        for table in [&tables.records, &tables.texts] {
            table.delete(&key.into()).map_err(|error| error_of(&error))?;
        }
        done(&transaction).await
    }
}

struct Tables {
    records: IdbObjectStore,
    texts: IdbObjectStore,
}

impl IndexedDb {
    async fn transaction(&self, mode: IdbTransactionMode) -> Result<(IdbTransaction, Tables), StoreError> {
        let Opened { database, newer } = self.opened().await?;
        if newer && mode == IdbTransactionMode::Readwrite {
            return Err(StoreError::Newer);
        }
        let names = Array::of2(&RECORDS.into(), &TEXTS.into());
        let transaction = database.transaction_with_str_sequence_and_mode(&names, mode);
        // A newer version may have other tables.
        let transaction = transaction.map_err(|error| if newer { StoreError::Newer } else { error_of(&error) })?;
        let table = |name| transaction.object_store(name).map_err(|error| error_of(&error));
        let tables = Tables { records: table(RECORDS)?, texts: table(TEXTS)? };
        Ok((transaction, tables))
    }

    async fn opened(&self) -> Result<Opened, StoreError> {
        let known = self.open.borrow().clone();
        if let Some(opened) = known {
            return Ok(opened);
        }
        let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
        let factory = scope.indexed_db().ok().flatten().ok_or(StoreError::Forbidden)?;
        // The page gives its worker the name of the database.
        let name = scope.unchecked_ref::<DedicatedWorkerGlobalScope>().name();
        let opened = match open(&factory, &name).await {
            Ok(database) => Opened { database, newer: false },
            Err(StoreError::Newer) => {
                let request = factory.open(&name).map_err(|error| error_of(&error))?;
                Opened { database: result(request.into()).await?.unchecked_into(), newer: true }
            }
            Err(error) => return Err(error),
        };
        let (open, database) = (Rc::clone(&self.open), opened.database.clone());
        let give_way = Closure::<dyn FnMut()>::new(move || {
            database.close();
            open.borrow_mut().take();
        });
        let function = give_way.as_ref().unchecked_ref();
        opened.database.set_onversionchange(Some(function));
        opened.database.set_onclose(Some(function));
        // It lives as long as the worker; there is one for each time the database is opened.
        give_way.forget();
        self.open.borrow_mut().replace(opened.clone());
        Ok(opened)
    }
}

async fn open(factory: &IdbFactory, name: &str) -> Result<IdbDatabase, StoreError> {
    let request: IdbOpenDbRequest = factory.open_with_u32(name, VERSION).map_err(|error| error_of(&error))?;
    let upgraded = request.clone();
    let make_tables = Closure::<dyn FnMut()>::new(move || {
        let Ok(database) = upgraded.result() else { return };
        let database: IdbDatabase = database.unchecked_into();
        for name in [RECORDS, TEXTS] {
            let made = database.create_object_store(name);
            drop(made);
        }
    });
    request.set_onupgradeneeded(Some(make_tables.as_ref().unchecked_ref()));
    Ok(result(request.clone().into()).await?.unchecked_into())
}

async fn get(table: &IdbObjectStore, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let value = result(table.get(&key.into()).map_err(|error| error_of(&error))?).await?;
    Ok(if value.is_undefined() { None } else { Some(bytes(&value)) })
}

fn put(table: &IdbObjectStore, key: &str, value: &[u8]) -> Result<(), StoreError> {
    table.put_with_key(&Uint8Array::from(value), &key.into()).map(drop).map_err(|error| error_of(&error))
}

/// The bytes of a value; none if it is of another type.
fn bytes(value: &JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}

/// Waits for the result of a request.
async fn result(request: IdbRequest) -> Result<JsValue, StoreError> {
    settled(|succeed, fail| {
        request.set_onsuccess(Some(succeed));
        request.set_onerror(Some(fail));
    })
    .await
    .map_err(|()| request.error().ok().flatten().map_or(StoreError::Damaged, |error| error_of(&error.into())))?;
    request.result().map_err(|error| error_of(&error))
}

/// Waits until a transaction is committed.
async fn done(transaction: &IdbTransaction) -> Result<(), StoreError> {
    settled(|succeed, fail| {
        transaction.set_oncomplete(Some(succeed));
        transaction.set_onabort(Some(fail));
    })
    .await
    .map_err(|()| transaction.error().map_or(StoreError::Damaged, |error| error_of(&error.into())))
}

/// Waits until one of the two callbacks passed to `listen` is called.
async fn settled(listen: impl FnOnce(&Function, &Function)) -> Result<(), ()> {
    let mut listen = Some(listen);
    let promise = Promise::new(&mut |resolve, reject| {
        if let Some(listen) = listen.take() {
            listen(&resolve, &reject);
        }
    });
    JsFuture::from(promise).await.map(drop).map_err(drop)
}

fn error_of(error: &JsValue) -> StoreError {
    let name = error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" => StoreError::Full,
        "VersionError" => StoreError::Newer,
        "SecurityError" | "InvalidStateError" | "NotAllowedError" => StoreError::Forbidden,
        _ => StoreError::Damaged,
    }
}
