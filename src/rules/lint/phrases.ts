/**
 * Several words that mean one thing, in the order in which they are looked for: `words → term`.
 * Between words stand spaces or hyphens.
 */
export const PHRASES = `
  back ?slash(?:es)? (?:before|in front of)(?: an?| the)?(?: digits?)? (?:8|9|eight|nine)(?: (?:or|and)(?: an?)? (?:8|9|eight|nine))? → \\\\8
  (?<=\\b(?:not|never|no) (?:\\w+ ){0,2})two(?= (?!blank|empty|space)) → multiple
  (?:makes?|making) (?:no|little|not much) sense|(?:is|are) for nothing|drives? (?:me|us) (?:nuts|mad|crazy|up the wall)|gives? (?:me|us) (?:a )?headaches?|(?:is|are) silly|(?:i|we) (?:hate|can not stand|do not want)(?: to see)?|hands off|(?:no one|nobody) (?:should|needs?|wants?|may|must)(?: to)?|(?:we|i) (?:do not|never) (?:do|want|like|need)|(?:is|are) a (?:bug|smell|code smell|trap|footgun|typo|pain|no no|nono)|(?:is|are) asking for trouble → forbidden
  giv(?:es?|ing) (?:you |us )?back → return
  (?:is|are|was|gets?|that|which|does|will|it|they|what) (?:(?:is|are|do|does|will|gets?) )?(?:never|not)(?: gets?| be)? (?:re ?assigned?|chang(?:e|es|ed)|overwritten)(?: again| later| anymore)?|never re ?assigned|stays? the same|unchanged → unreassigned
  (?:one|only one|a single) ternary per (?:expression|statement|line) → no nested ternary
  ternar(?:y|ies) (?:in|inside|within)(?: of)?(?: a| an| another| other| the)* ternar(?:y|ies) → nested ternary
  only (?:calls?|calling|invokes?) super|only (?:pass(?:es)?|forwards?|hands?)(?: on)?(?: its| the| all)?(?: arguments| parameters| args)?(?: on)? to super → only-super
  undefined(?= (?:variables?|names?|identifiers?|functions?|globals?)) → undeclared
  (?:one|a single) (?:variable|var|name|declarator)s? per (?:declaration|statement|var|let|const)s?|(?:one|its own) declaration (?:per|for (?:each|every)) variable → separate variable declaration
  (?:is|are) (?:always |just |simply |mostly |completely |totally |considered |a |an )*(?:redundant|useless|unnecessary|pointless|superfluous|needless) → forbidden useless
  (?:is|are) (?:always |just |simply |mostly |completely |totally |considered |strictly |really |a |an )*(?:evil|bad|wrong|harmful|no go|taboo|out|banned|off limits|bad idea|bad practice|mistake|not (?:ok|okay|fine|welcome|wanted|tolerated|allowed|permitted|acceptable|done|good))|(?:has|have) to go|(?:has|have) no place|(?:is|are) to be avoided|must go|must die|gets? rejected|will be rejected|(?:will|does) not pass(?: review)? → forbidden
  (?:is|are) (?:a |an )*(?:must|must have|mandatory|obligatory|compulsory|required) → always
  (?:that |which )?(?:have|has|having|with|contains?|containing|holds?|holding) (?:absolutely )?nothing(?: in (?:them|it)| inside)?|nothing (?:in (?:it|them)|inside)|without (?:any )?(?:content|contents|body|statements)|with no (?:content|contents|body|statements) → empty
  (?:it|them|their|its|there|your|his) own names?|(?:to )?the very same names? → same name
  giv(?:e|es|ing) (?:a |the )?variables? (?:a |any |new |another )?values? → assign variable value
  both (?=(?:tabs|spaces|tab|space)) → mix
  (?:first|one|single) (?:round|pass|iteration|turn|lap|go)s? → first iteration
  more than once|two times|twice(?: over)?|a second time|several times|over and over → duplicate
  more than one|two or more|two or several|any two → multiple
  at (?:the )?(?:very )?(?:top|head|beginning|start) → start
  at (?:the )?(?:very )?(?:end|bottom) → end
  next to (?:each other|one another)|side by side|right (?:next to|beside|after)|back to back → adjacent
  in a row|one after (?:another|the other)|after each other → consecutive
  base class|parent class|super class → superclass
  derived class(?:es)?|sub class(?:es)?|child class(?:es)?|class(?:es)? that extends?(?: another)?(?: class)? → subclass
  outer scope|enclosing scope|surrounding scope|parent scope|scope above|scope outside → outer scope
  curly(?=[ ,.]) → brace
  (?:only )?(?:as|when|if|unless|where) (?:they are |it is |absolutely |strictly |really )?(?:needed|necessary|required) → as-needed
  (?:must|has to|have to|needs? to|should) (?:always )?be (?:used|read) → not unused
  (?:must|has to|have to|needs? to|should) (?:always )?be (?:declared?|defined) → not undeclared
  (?:you|we|nobody|they|it|that|which) (?:do not|does not|never|did not|will never|ever) (?:uses?|used|reads?) → unused
  (?:(?:is|are|was|were|being|has been|have been|that|if) )?(?:never|not|no longer) (?:actually |ever |being )?(?:used|read|referenced)(?: anywhere)? → unused
  (?:you |we )?(?:have|has|is|are|was|were) (?:not|never) (?:been )?(?:declared?|defined)|not declared → undeclared
  (?:that |which )?(?:(?:you|we) )?(?:is|are|do|does) not (?:really |actually )?(?:needed|need(?: it| them| to be)?|necessary|required)|not needed|for no reason|without (?:a )?(?:need|reason)|if not needed|when not needed|serves? no purpose → useless
  (?:that |which )?(?:do|does|has|have|with|without|having) (?:nothing|no effects?|an? effect|any effect|effect)|do not do anything|no side effects?|without side effects? → no-effect
  triple equals?|strict(?:ly)? equal(?:s|ity)?|three equals?|identity operators? → strict-equality
  double equals?|loose(?:ly)? equal(?:s|ity)?|two equals?|abstract equality|non strict equality|loose comparisons?|equality coercion → loose-equality
  for in loops?|for in|for \\.\\.\\. in → for-in
  for of loops?|for of|for \\.\\.\\. of → for-of
  do while → do-while
  if else if|else if|elseif|if else chains? → else-if
  line breaks?|new lines?|newlines?|carriage returns?|own lines?|separate lines?|different lines?|next lines?|new line characters? → newline
  same lines?|single lines?|one line(?:s|rs?)? → same-line
  (?:number|amount|count|quantity) of → many
  (?:blank|empty|spare) (?:new ?)?lines?|blank new ?lines?|padding lines?|vertical (?:white ?)?spac(?:e|ing)|blanks? between lines → blank-line
  white ?spaces?|blanks? characters? → space
  trailing commas?|dangling commas?|comma dangles?|final commas?|commas? at the end|hanging commas? → trailing-comma
  curly braces?|curly brackets?|curl(?:y|ies)|squiggly brackets? → brace
  square brackets? → bracket
  round brackets? → paren
  template literals?|template strings?|string templates?|string interpolations?|backtick strings?|back ?ticks?|interpolated strings?|tagged templates? → template
  (?:fat|lambda) arrow(?: functions?)?|arrow functions?|lambdas?|arrow fns?|arrow func → arrow function
  non null assert(?:ions?|ed)?(?: operators?)?|bang (?:operators?|assertions?)|non null operators?|postfix exclamation marks?|definite assertions? → non-null
  optional chain(?:s|ing)?(?: operators?)? → optional-chain
  nullish coalesc(?:e|ing)(?: operators?)? → nullish
  else branch(?:es)?|else blocks?|else clauses? → else
  default exports? → default export
  magic (?:numbers?|constants?|values?)|unnamed numeric constants?|hard ?coded (?:numbers?|numeric (?:values?|constants?|literals?)) → magic number
  camel ?case[ds]?|camelcase[ds]? → camelcase
  fall(?:s|ing)? ?through → fallthrough
  object spread(?: syntax| operators?)?|spread operators?|spread syntax → spread
  rest param(?:eter)?s?|rest arg(?:ument)?s?|rest operators? → rest param
  re ?assign(?:s|ed|ing|ments?)? → reassign
  re ?declar(?:es?|ed|ing|ations?) → redeclare
  type(?: |-)?script(?:'s)?|java ?script(?:'s)?|ecma ?script → javascript
  type (?:assertions?|casts?|casting)|as casts? → cast
  get rid of|stay away from|steer clear of|do away with|refrain from|shy away from|watch out for → avoid
  leave out|leave off|left out|leaving (?:off|out) → omit
  in favou?r of|favou?r(?: the)? use of|in preference for → in-favour-of
  instead of|rather than|in place of|in lieu of|in preference to|as opposed to|not just → instead-of
  for[ -]?each → foreach
  sort(?:ed)? alphabetically|in alphabetical order|alphabetical(?:ly)?(?: order(?:ed)?| sort(?:ed)?)?|alphabeti[sz]ed?|a z order → sort
  one per line|one to a line → one per newline
  early returns?|return(?:s|ing)? early → return
  to ?dos?|fix ?mes? → todo
  getters? and setters?|setters? and getters?|getters? or setters?|accessor pairs?|getter setter pairs? → getter setter
  iife|immediate(?:ly)? invoked (?:function )?(?:expressions?|functions?)|self (?:executing|invoking) functions? → iife
  u flag|unicode flag|v flag → unicode flag
  dead code|code that (?:can never|never|can not|can't) (?:be )?(?:run|runs|execute[sd]?|reached) → unreachable code
  short ?circuit(?:s|ing)? → short-circuit
  name ?spaces? → namespace
  catch blocks?|catch clauses?|catch handlers? → catch
  finally blocks?|finally clauses? → finally
  switch(?: |-)?cases?|switch(?: statements?)?|case (?:statements?|clauses?|labels?|branch(?:es)?) → switch case
  new keyword|new operators? → new
  generator functions?|generators? → generator
  short ?hands? → shorthand
  multi ?line[ds]? → multiline
  unix(?:-style)? (?:line endings?|newline)|lf line endings?|lf endings?|line feeds? → lf
  windows(?:-style)? (?:line endings?|newline)|crlf (?:line )?endings? → crlf
  self compar(?:e|es|ison|isons|ing)|compar(?:e|es|ing|ison of) (?:a )?(?:variables?|values?|things?|something)?(?: (?:against|to|with))? itself → self-compare
  self assign(?:s|ment|ments|ing)?|assign(?:s|ing)? (?:a )?(?:variables?|values?|things?|something|properties|property)?(?: to)? (?:it(?:self)?|themselves) → self-assign
  use before defin(?:e|ed|ition)|before (?:it is|they are|it's|being|they're|you) (?:defined?|declared?)|before (?:their|its|the) (?:definitions?|declarations?) → before-define
  use strict(?= (?:directives?|mode|in|at)\\b|$)|strict mode → strict-mode
  pre ?increment(?:s|ing)?|post ?increment(?:s|ing)? → increment
  double negations?|double negatives?|double bangs?|double not|bang bang → double-negation
  comma first → comma start
  one (?:true brace style|tbs)|1tbs → 1tbs
  max(?:imum)? → max
  min(?:imum)? → min
  common ?js → commonjs
  es ?modules?|esm|es6 modules? → import module
  class member|class members → class-member
  side effects? → side-effect
  type only imports?|type imports?|import types?|types? only imports? → type-import
  regular expressions?|reg ?ex(?:es|p|ps)? → regex
  cyclomatic complexity|cognitive complexity → complexity
  public accessibility|access(?:ibility)? modifiers? → accessibility
  parameter properties|parameter property|constructor properties → parameter-property
  (?:doc|block|jsdoc) comments? → block comment
  set ?time ?outs? → settimeout
  set ?intervals? → setinterval
  deeply → deep
`;
