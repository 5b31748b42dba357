use super::{Message, ReadDocument, Reply, Request, backup, reading};
use crate::library::{Keeping, KeptText, OwnTexts, StoreError, TextStore, Timestamp};
use crate::model::{ContentHash, Source};

/// What was removed can be put back for so long.
const DAY: u64 = 24 * 60 * 60 * 1000;

/// Answers requests, over a store.
#[derive(Debug)]
pub struct Engine<S> {
    texts: OwnTexts<S>,
}

impl<S: TextStore> Engine<S> {
    /// An engine over a store.
    pub fn new(store: S) -> Self {
        Self { texts: OwnTexts::new(store) }
    }

    /// Answers a message; `body` are the bytes that came with it. The last reply is [`Reply::Done`].
    pub async fn answer(&self, message: Message, body: Vec<u8>, mut reply: impl FnMut(Reply)) {
        let now = message.now;
        let answered = match message.request {
            Request::Read { name, keep } => {
                self.read(&name, &body, now, keep, &mut reply).await;
                Ok(())
            }
            Request::List => self.list(now, &mut reply).await,
            Request::Open(hash) => self.open(hash, &mut reply).await,
            Request::Remove(hashes) => self.texts.set_removed(&hashes, Some(now)).await,
            Request::PutBack(hashes) => self.texts.set_removed(&hashes, None).await,
            Request::Backup(records) => self.back_up(&records, &mut reply).await,
            Request::Restore => self.restore(&body, &mut reply).await,
        };
        if let Err(error) = answered {
            reply(Reply::Failed(error));
        }
        reply(Reply::Done);
    }

    async fn read(&self, name: &str, bytes: &[u8], now: Timestamp, keep: bool, reply: &mut impl FnMut(Reply)) {
        for file in reading::read(name, bytes, now, None) {
            let name = file.name;
            reply(match file.document {
                Ok(document) => self.keep(name, document, &file.bytes, now, keep).await,
                Err(refusal) => Reply::Refused { name, refusal },
            });
        }
    }

    async fn keep(&self, name: String, document: ReadDocument, bytes: &[u8], now: Timestamp, keep: bool) -> Reply {
        let Source::Own(hash) = document.summary.id.source else {
            return Reply::Same { name, known: None, document: Box::new(document) };
        };
        if !keep {
            return Reply::Read { document: Box::new(document), kept: Ok(()) };
        }
        let text = KeptText { hash, file: name.clone(), added: now, size: bytes.len() as u64, removed: None };
        match self.texts.keep(&text, bytes).await {
            Ok(Keeping::Same(known)) => {
                let document = Box::new(document.added(&known));
                Reply::Same { name, known: Some(known), document }
            }
            kept => Reply::Read { document: Box::new(document), kept: kept.map(|_| ()) },
        }
    }

    async fn list(&self, now: Timestamp, reply: &mut impl FnMut(Reply)) -> Result<(), StoreError> {
        self.texts.delete_removed(Timestamp(now.0.saturating_sub(DAY))).await?;
        reply(Reply::Listed(self.texts.list().await?));
        Ok(())
    }

    async fn open(&self, hash: ContentHash, reply: &mut impl FnMut(Reply)) -> Result<(), StoreError> {
        let (text, bytes) = self.texts.get(hash).await?;
        for file in reading::read(&text.file, &bytes, text.added, Some(hash)) {
            reply(match file.document {
                Ok(document) => Reply::Read { document: Box::new(document), kept: Ok(()) },
                Err(refusal) => Reply::Refused { name: file.name, refusal },
            });
        }
        Ok(())
    }

    async fn back_up(&self, records: &[(String, String)], reply: &mut impl FnMut(Reply)) -> Result<(), StoreError> {
        let mut writer = backup::BackupWriter::new(records);
        let (mut n_texts, mut n_damaged) = (0, 0);
        for text in self.texts.list().await?.texts {
            match self.texts.get(text.hash).await {
                Ok((text, bytes)) => {
                    writer.add(&text, &bytes);
                    n_texts += 1;
                }
                Err(StoreError::Damaged) => n_damaged += 1,
                Err(error) => return Err(error),
            }
        }
        reply(Reply::Backup { bytes: writer.finish(), n_texts, n_damaged });
        Ok(())
    }

    async fn restore(&self, bytes: &[u8], reply: &mut impl FnMut(Reply)) -> Result<(), StoreError> {
        let Some(found) = backup::read(bytes) else {
            reply(Reply::NoBackup);
            return Ok(());
        };
        let (mut texts, mut n_same, mut failed) = (Vec::new(), 0, Ok(()));
        for (text, bytes) in found.texts {
            match self.texts.keep(&text, &bytes).await {
                Ok(Keeping::New) => texts.push(text),
                Ok(Keeping::Same(_)) => n_same += 1,
                Err(error) => {
                    failed = Err(error);
                    break;
                }
            }
        }
        // What fits is there, whatever happened to the rest.
        reply(Reply::Restored { texts, n_same, n_damaged: found.n_damaged, records: found.records });
        failed
    }
}
