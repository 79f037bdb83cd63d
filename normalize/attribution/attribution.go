// Package attribution finds who says what: direct, indirect and mixed quotations with speaker, cue,
// content, stance and chain, in the terms of PARC 3 (Pareti 2012) and citron.
//
// It knows sentences, quotation marks, names and times. It does not judge whether two statements say
// the same.
package attribution

import "github.com/factdiff/factdiff/normalize/text"

// Form tells whose words the content is written in.
type Form uint8

const (
	Indirect Form = iota // he said that they would come
	Direct               // "They will come," he said
	Mixed                // he said they would come "within weeks"
)

func (f Form) String() string { return [...]string{"indirect", "direct", "mixed"}[f] }

// Stance is what a speaker does with the content.
type Stance uint8

const (
	Asserts Stance = iota
	Confirms
	Denies
	Declines // neither confirms nor denies
	Accuses
	Warns
	Promises
	Asks
	Predicts
	Condemns
	Praises
)

var stanceNames = [...]string{"asserts", "confirms", "denies", "declines", "accuses", "warns", "promises", "asks", "predicts", "condemns", "praises"}

func (s Stance) String() string { return stanceNames[s] }

// An Attribution is one speaker's statement. Content never includes the speaker or the cue, but where a
// nested attribution stands in the content of an outer one.
type Attribution struct {
	Form     Form
	Stance   Stance
	Strength int8 // of the cue: -1 suggested, 0 said, 1 insisted
	Sentence int32
	Speaker  Speaker
	Cue      text.Range // empty for a continued quotation
	CueLemma string
	Refused  Stance // of a refusal: what he would not do, confirm it or deny it; Asserts where he would not speak at all
	Content  []text.Range
	Quoted   []text.Range // what stands between quotation marks, marks left out
	ToldTo   string       // "reporters", "CNN"
	Medium   string       // "in a statement", "on X"
	SaidAt   int32        // index of the time of saying, or -1
	Happened int32        // index of the time of the event, or -1
	Via      []string     // who passed it on: Reuters, officials
	Parent   int32        // index of the attribution whose content this stands in, or -1
	Negated  bool         // the content's own verb is negated
	Modality Modality
}

// A Speaker is who says it.
type Speaker struct {
	text.Range        // empty when the speaker is not written in the sentence
	Entity     int32  // index in Document.Entities, or -1
	Name       string // canonical name, else the words as written
	For        string // the body behind a spokesperson, canonical
	Unnamed    bool   // a senior official, two sources
}

// Modality tells how the content is meant.
type Modality uint8

const (
	Fact         Modality = iota
	Planned               // plans to, will
	Expected              // is expected to, likely
	Possible              // may, could
	Alleged               // alleged, reportedly
	Demanded              // should, must
	Hypothetical          // would, if
)

var modalityNames = [...]string{"", "planned", "expected", "possible", "alleged", "demanded", "hypothetical"}

func (m Modality) String() string { return modalityNames[m] }
