//! The marks that end and join sentences, in every script: «,», «،», «，».

/// What joins two clauses. The Chinese «、» only joins the items of a list.
pub const COMMAS: [char; 3] = [',', '،', '，'];
/// What joins the items of a list.
pub const LIST_COMMAS: [char; 4] = [',', '،', '，', '、'];
/// What ends most paragraphs.
pub const SEMICOLONS: [char; 3] = [';', '؛', '；'];
/// What announces a list.
pub const COLONS: [char; 2] = [':', '：'];
/// [`COMMAS`] and [`SEMICOLONS`].
pub const JOINTS: [char; 6] = [',', '،', '，', ';', '؛', '；'];
/// Full stops and [`SEMICOLONS`].
pub const STOPS: [char; 6] = ['.', '。', '．', ';', '؛', '；'];
/// [`STOPS`] and [`COLONS`].
pub const STOPS_AND_COLONS: [char; 8] = ['.', '。', '．', ';', '؛', '；', ':', '：'];
/// [`STOPS`] and [`COMMAS`].
pub const STOPS_AND_COMMAS: [char; 9] = ['.', '。', '．', ';', '؛', '；', ',', '،', '，'];
/// All that a paragraph may end with.
pub const ENDS: [char; 11] = [',', '،', '，', ';', '؛', '；', '.', '。', '．', ':', '：'];
/// What opens a parenthesis or a bracket.
pub const OPENING: [char; 3] = ['(', '（', '['];
/// What closes one.
pub const CLOSING: [char; 3] = [')', '）', ']'];
