// Package name finds the persons, places, bodies, products and works of a text, links what names the
// same one, and tells whether two names are one however they are spelled.
//
// It knows one document. Matching entities of several documents belongs to package compare.
package name

import (
	"github.com/factdiff/factdiff/normalize/text"
)

// Kind tells what a name names.
type Kind uint8

const (
	Unknown Kind = iota
	Person
	Place
	Organization
	Product
	Work
	Event
	Group
)

var kindNames = [...]string{"", "person", "place", "organization", "product", "work", "event", "group"}

func (k Kind) String() string { return kindNames[k] }

// Via tells how a mention names its entity.
type Via uint8

const (
	ByName    Via = iota // Antony Blinken, Blinken
	ByTitle              // the secretary of state
	ByPronoun            // he
	ByNominal            // the company, his US counterpart
	ByAcronym            // IAEA
	ByMetonym            // Tehran for Iran's government
	ByDemonym            // Iranian
)

var viaNames = [...]string{"name", "title", "pronoun", "nominal", "acronym", "metonym", "demonym"}

func (v Via) String() string { return viaNames[v] }

// A Ref is a mention of an entity.
type Ref struct {
	Entity int32 // index in Document.Entities
	Via    Via
	Nested bool // inside a longer name: Iran in Iran Air
}

// A Mention is a name, title, pronoun or nominal in a text, without its title ("Blinken" of "Mr Blinken").
type Mention = text.Mention[Ref]

// Gender of the pronouns that may stand for an entity.
type Gender uint8

const (
	AnyGender Gender = iota
	Male
	Female
	Neuter
	Plural
)

// An Entity is one person, place or body of a document.
type Entity struct {
	ID     string // unique within the document: "person:blinken"; a table's id where a table knows it ("place:IR")
	Name   string // canonical: the table's name, else the fullest form of the document
	Kind   Kind
	Gender Gender
	Known  string   // id in a table ("IR", "Q3775"), or ""
	In     string   // id of the country that a place lies in, where a table tells it
	Title  string   // title or role as first written: "US Secretary of State"
	For    string   // ID of the body a person speaks for or belongs to, or of the state a metonym stands for
	Forms  []string // different written forms, the fullest first
}
