import { foldTypesetting } from '../../text/fold.ts';
import { plainWords } from './plain-words.ts';

/** What stands before a name in a byline, in the languages of many newspapers. */
const BY =
  /^(?:(?:written|posted|published|reported|story|words|text)\s+by|by|von|par|por|di|door|av|af|przez|от|автор(?:и)?|text|foto|autor(?:es|en|a)?|auteurs?|authors?|author\(s\)|文|記者)(?:\s*[:：]\s*|\s+)/iu;
/** Words that tell a job, not a name. */
const JOB =
  /(?:^|[\s-])(?:editor|correspondent|reporter|writer|journalist|columnist|critic|producer|photographer|contributor|analyst|professor|director|minister|secretary|lecturer|research fellow|senior fellow|head of|editor-in-chief|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|journalistin?|chefredakteur(?:in)?|rédact(?:eur|rice)|journaliste|correspondant(?:e)?|redactora?|periodista|corresponsal|giornalista|inviat[oa]|dziennikarka|dziennikarz)(?:$|\s)/iu;
/** What follows a name after a comma and belongs to it. */
const CREDENTIAL =
  /^(?:ph\.?\s?d|d\.?\s?phil|m\.?d|m\.?a|m\.?sc|mba|j\.?d|esq|jr|sr|ii|iii|iv|cpa|rn|frs|obe|mbe|mp|qc|kc)\.?$/i;
/** News agencies, which bylines name after people. */
const AGENCY =
  /^(?:dpa|afp|ap|apa|reuters|sda|ats|keystone-sda|ansa|efe|pap|tass|тасс|риа новости|интерфакс|xinhua|kyodo|jiji|kna|epd|sid|lusa|anp|tt|ntb|ritzau|belga|aap|pa|upi|bloomberg|ctk|čtk|mti|yonhap|antara|bernama|dts)$/iu;
/** What programs put in where nobody wrote a name. */
const NOBODY =
  /^(?:admin(?:istrator)?|root|webmaster|web ?master|editor|author|user|null|undefined|none|n\/?a|unknown|anonymous|default|test|-+|\.+)$/i;
const AND = /\s+(?:and|und|et|y|e|en|och|og|i|a|и|та|&)\s+|\s*[;•|／、]\s*|\s+&\s+/iu;
/** A person's name of two words or more, each with a capital or a particle; scripts without capitals as they are. */
const PARTICLE =
  /^(?:de|del|della|der|den|di|da|dos|das|do|du|des|la|le|van|von|vom|zu|zur|ten|ter|bin|ibn|al|el|af|av|y|e|mac|st\.?)$/i;
const LONGEST = 120;

/**
 * The names in a byline or in what stands for one. Not split at a comma where what follows is no name of its own.
 * @returns none where it is no name: an address, what a program put in
 */
export function namesIn(text: string): string[] {
  let words = plainWords(text);
  for (let before = ''; before !== words; ) {
    before = words;
    words = words.replace(BY, '').replace(/^[,:;|\s]+|[,:;|\s]+$/gu, '');
  }
  const parts = words.split(AND).map((part) => part.trim());
  const isList =
    parts.length > 1 && parts.every((part) => commaParts(part).every((one) => isName(one) || AGENCY.test(one)));
  return [...new Set((isList ? parts : [words]).flatMap(commaParts))].filter(isNameable);
}

/** Whether a text is a name of a person, by its look. */
export function isName(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 6 || /[\d@/<>{}()[\]!?:;"„“”]/u.test(text) || JOB.test(text)) return false;
  return words.every((word) => PARTICLE.test(word) || !/^\p{Ll}/u.test(word));
}

function commaParts(text: string): string[] {
  const [first = '', ...others] = text.split(/\s*[,，]\s*/u).filter((part) => part !== '');
  const kept = others.filter((part) => !JOB.test(part));
  const credentials = kept.filter((part) => CREDENTIAL.test(part));
  if (credentials.length === kept.length) return [[first, ...credentials].join(', ')];
  const isOne = (part: string) => isName(part) || CREDENTIAL.test(part) || AGENCY.test(part);
  return [first, ...kept].every(isOne) ? joined([first, ...kept]) : [text];
}

/** Credentials with the name before them. */
const joined = (parts: readonly string[]) =>
  parts.reduce<string[]>((names, part) => {
    if (CREDENTIAL.test(part) && names.length > 0) names.push(`${names.pop()}, ${part}`);
    else names.push(part);
    return names;
  }, []);

function isNameable(name: string): boolean {
  if (name === '' || name.length > LONGEST || !/\p{L}/u.test(name) || NOBODY.test(name)) return false;
  // Addresses, handles, and what a template left unfilled.
  return !/^@|:\/\/|^www\.|\S@\S|^\/|[<>{}]|%\w+%|^#/i.test(name) && !/^\S+\/\S*$/.test(name);
}

/** Names once each, however they are typed. */
export function distinctNames(names: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const name of names) {
    const key = foldTypesetting(name).toLowerCase();
    if (!known.has(key)) known.set(key, name);
  }
  return [...known.values()];
}
