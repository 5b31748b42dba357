use super::{Message, ReadDocument, Reply, Request, reading};
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
        };
        if let Err(error) = answered {
            reply(Reply::Failed(error));
        }
        reply(Reply::Done);
    }

    async fn read(&self, name: &str, bytes: &[u8], now: Timestamp, keep: bool, reply: &mut impl FnMut(Reply)) {
        for (name, bytes) in reading::files(name, bytes) {
            let document = match bytes.and_then(|bytes| Ok((reading::read(&name, &bytes, now)?, bytes))) {
                Ok((document, bytes)) => self.keep(name, document, &bytes, now, keep).await,
                Err(refusal) => Reply::Refused { name, refusal },
            };
            reply(document);
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
        reply(match reading::read(&text.file, &bytes, text.added) {
            Ok(document) => Reply::Read { document: Box::new(document.with_hash(hash)), kept: Ok(()) },
            Err(refusal) => Reply::Refused { name: text.file, refusal },
        });
        Ok(())
    }
}
