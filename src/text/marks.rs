//! Punctuation marks, in every script: «,», «،», «，».

/// Commas between clauses. The Chinese «、» is not one: it only separates items of a list.
pub const COMMAS: [char; 3] = [',', '،', '，'];
/// Commas between items of a list.
pub const LIST_COMMAS: [char; 4] = [',', '،', '，', '、'];
/// Semicolons, which end most paragraphs.
pub const SEMICOLONS: [char; 3] = [';', '؛', '；'];
/// Colons, which introduce a list.
pub const COLONS: [char; 2] = [':', '：'];
/// [`COMMAS`] and [`COLONS`].
pub const COMMAS_AND_COLONS: [char; 5] = [',', '،', '，', ':', '：'];
/// [`COMMAS`] and [`SEMICOLONS`].
pub const JOINTS: [char; 6] = [',', '،', '，', ';', '؛', '；'];
/// Full stops and [`SEMICOLONS`].
pub const STOPS: [char; 6] = ['.', '。', '．', ';', '؛', '；'];
/// What ends a sentence, or one of those that a paragraph joins by semicolons.
pub const SENTENCE_ENDS: [char; 11] = ['.', '。', '．', ';', '؛', '；', '!', '！', '?', '؟', '？'];
/// [`STOPS`] and [`COLONS`].
pub const STOPS_AND_COLONS: [char; 8] = ['.', '。', '．', ';', '؛', '；', ':', '：'];
/// [`STOPS`] and [`COMMAS`].
pub const STOPS_AND_COMMAS: [char; 9] = ['.', '。', '．', ';', '؛', '；', ',', '،', '，'];
/// All marks that a paragraph may end with.
pub const ENDS: [char; 11] = [',', '،', '，', ';', '؛', '；', '.', '。', '．', ':', '：'];
/// Opening parentheses and brackets.
pub const OPENING: [char; 3] = ['(', '（', '['];
