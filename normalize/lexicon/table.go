package lexicon

// A Table names one word table. Its file is the table's name with .tsv behind it;
// name.part.tsv adds rows to the table (generated tables stay apart from written ones).
type Table uint8

// The tables. A new one needs a constant and a name here, and a file.
const (
	Numbers       Table = iota // number words and magnitudes: twelve, million, crore, dozens
	Units                      // units of measure and currencies
	Bounds                     // what bounds an amount: at least, nearly, or more
	Trends                     // rose, fell by
	Measures                   // classes of what is measured: killed = dead = fatalities
	NonQuantity                // what stands before or behind a number that is no amount: Resolution, No., Boeing
	Cues                       // words that report speech: said, accused, according to
	Titles                     // Mr, President, Sir, Secretary of State
	Given                      // given names, with gender
	Nicknames                  // Bill = William
	Particles                  // al, bin, von
	Places                     // countries, regions, cities, with ids
	Demonyms                   // Iranian -> Iran
	Metonyms                   // Kremlin -> Russia's government
	Orgs                       // bodies and their acronyms
	OrgTypes                   // Ltd, Ministry, University
	Products                   // kinds of products and works
	Months                     // months, weekdays and their abbreviations
	TimeWords                  // yesterday, last, ago, overnight
	TimeZones                  // GMT, EST, local time
	Spelling                   // US, UK and Oxford variants
	Words                      // parts of speech of common words
	Function                   // closed classes: pronouns, determiners, prepositions, conjunctions, auxiliaries
	Irregular                  // irregular plurals and verb forms
	Endings                    // regular endings: -s, -ed, -ing
	Abbreviations              // words a full stop belongs to
	FurnitureTab               // phrases of page furniture and captions
	Groups                     // nouns for people who speak as one: officials, residents, analysts
	Modality                   // would, alleged, expected to
	Antonyms                   // modifiers that veto a match: North/South
	Surnames                   // common family names
	Synonyms                   // classes of verbs and nouns that say the same thing
	Modifiers                  // restricting modifiers: civilian, foreign, so far this year
	Descriptors                // words of kind in names: company, bank, ministry, city, and their translations
	Opposites                  // words that cannot both be true of one thing: rose, fell
	NameWords                  // small words that a finder of names stops at: of, bin, Jr., he
	TimeCues                   // last, since, will: how a time beside them is meant
	Links                      // words that tie a number to what stands around it: of, between, per, aged
	Senses                     // what common words mean: words that can say the same, or the opposite
	JoinWords                  // small words that stand between the words of names: and, for, the, our
	Terms                      // words for one thing, and words that stand close and mean different things
	Matters                    // what an amount or a time is of, as words of its clause tell: the crowd, the ransom
	Issues                     // what a report can tell in one way only: the cause of a fire, whether a vote was unanimous
	Grounds                    // how what an answer says may follow from what a context says: in total, more than, twice
	NumTables
)

var names = [NumTables]string{"numbers", "units", "bounds", "trends", "measures", "nonquantity", "cues", "titles", "given",
	"nicknames", "particles", "places", "demonyms", "metonyms", "orgs", "orgtypes", "products", "months", "timewords",
	"timezones", "spelling", "words", "function", "irregular", "endings", "abbreviations", "furniture", "groups", "modality", "antonyms",
	"surnames", "synonyms", "modifiers", "descriptors", "opposites", "namewords", "timecues", "links", "senses", "joinwords", "terms", "matters", "issues", "grounds"}

func (t Table) String() string {
	if t < NumTables {
		return names[t]
	}
	return "no table"
}

// A Mask is a set of tables.
type Mask uint64

// In returns the set that holds t alone.
func (t Table) In() Mask { return 1 << t }

// Has reports whether t is in the set.
func (m Mask) Has(t Table) bool { return m>>t&1 != 0 }
