//! Storage and backups.

use super::{act, file_field};
use crate::i18n::Texts;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{BackupNews, IntakeAction, RestoredCounts, ViewContext};

/// The state of the browser's storage, and the buttons to save and restore a backup.
pub fn storage(cx: &ViewContext) -> El {
    let texts = &cx.texts().intake;
    let storage = &cx.intake.storage;
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(storage.error.map(|error| texts.store_error(error).to_owned()));
    match storage.persistent {
        Some(true) => sentences.push(texts.persistent.to_owned()),
        Some(false) => sentences.push(texts.not_persistent.to_owned()),
        None => {}
    }
    if storage.seven_days && storage.persistent != Some(true) {
        sentences.push(texts.seven_days.to_owned());
    }
    if let Some((used, all)) = storage.quota {
        sentences.push(texts.quota.with_all(&[&bytes(used), &bytes(all)]));
    }
    if storage.n_unreadable > 0 {
        sentences.push(texts.unreadable.with(&storage.n_unreadable.to_string()));
    }
    let restore = file_field(cx, texts.restore, false, IntakeAction::Restore).attr("data-action", "restore");
    let row = el("div")
        .attr("class", "files")
        .with(button(texts.back_up, act(cx, IntakeAction::BackUp)).attr("data-action", "back-up"))
        .with_each(saved(cx))
        .with(restore);
    let said = backup_words(cx.intake.backup.as_ref(), cx.texts());
    el("section")
        .attr("class", "keeping")
        .attr("aria-labelledby", "keeping")
        .with(el("h2").attr("id", "keeping").text(texts.keeping))
        .with_each(sentences.into_iter().map(|sentence| el("p").text(sentence)))
        .with(row)
        .with(el("p").attr("role", "status").text(said))
}

fn saved(cx: &ViewContext) -> Option<El> {
    let Some(BackupNews::Made(address, n_texts, _)) = &cx.intake.backup else { return None };
    let save = el("a").attr("class", "button main").attr("download", [&cx.file_name(""), ".zip"].concat());
    Some(save.attr("href", address.clone()).text(cx.texts().intake.save_backup.with(&n_texts.to_string())))
}

fn backup_words(news: Option<&BackupNews>, page: &Texts) -> String {
    let texts = &page.intake;
    match news {
        None | Some(BackupNews::Made(_, _, 0)) => String::new(),
        Some(BackupNews::Made(_, _, n_damaged)) => texts.backup_damaged.with(&n_damaged.to_string()),
        Some(BackupNews::Restoring) => texts.excerpt_awaited.to_owned(),
        Some(BackupNews::NotMade) => page.export.failed.to_owned(),
        Some(BackupNews::NotRead) => texts.not_started.to_owned(),
        Some(BackupNews::NoBackup) => texts.no_backup.to_owned(),
        Some(BackupNews::Restored(RestoredCounts { n_new, n_same, n_damaged, n_records })) => {
            let counts = [n_new, n_same, n_damaged, n_records].map(u32::to_string);
            texts.restored.with_all(&counts.each_ref().map(String::as_str))
        }
    }
}

/// A number of bytes as text.
fn bytes(n: u64) -> String {
    let (n, unit) = match n {
        0..1_000_000 => (n.div_ceil(1000), " kB"),
        1_000_000..1_000_000_000 => (n / 1_000_000, " MB"),
        _ => (n / 1_000_000_000, " GB"),
    };
    [&n.to_string(), unit].concat()
}
