package name

// A Reason tells why two names are one, or are not.
type Reason uint8

const (
	Different       Reason = iota // nothing tells that they are one
	Conflict                      // something tells that they are not: North and South, two initials, two ids
	Equal                         // the same letters
	Spelling                      // other marks, hyphens or word borders
	Transliteration               // another script, or another convention of writing a script
	Nickname                      // Bill for William
	Initials                      // J. for John
	Title                         // with a title and without
	Alias                         // a table knows both names
	Acronym                       // first letters
	Typo                          // a slip
)

var reasonNames = [...]string{"different", "conflict", "equal", "spelling", "transliteration", "nickname", "initials", "title", "alias", "acronym", "typo"}

func (r Reason) String() string { return reasonNames[r] }

// A Match is the outcome of comparing two names.
type Match struct {
	Same   bool
	Score  float64 // 0..1; what is the same scores at least as much as what is not
	Reason Reason
}
