import type { Box } from './box.ts';

/** Names of classes and ids that furniture has. They tell nothing alone: articles have blocks of such names, too. */
const FURNITURE =
  /(?:^|[-_\s])(?:ads?|advert\w*|sponsor\w*|promo\w*|banner|nav\w*|menu\w*|breadcrumbs?|related\w*|recommend\w*|popular|trending|teasers?|sidebar|(?<!elementor-)widget|share\w*|sharing|social\w*|follow|newsletter\w*|subscri\w*|sign-?up|comments?|disqus|footer|tags?|topics?|byline|authors?|bio|meta|credits?|cookie\w*|consent|gdpr|modal|popup|overlay|paywall|outbrain|taboola|toolbar|pagination|pager|skip|donat\w*|caption|copyright|login|read-?more|cta)(?:$|[-_\s])/i;
/** Names of a lead and of the article's own text; they outdo the furniture's. */
const LEAD =
  /lead(?!er)|intro|summary|dek|standfirst|abstract|descri|sub-?title|sub-?head|excerpt|chapo|vorspann|perex|key-?(?:points|facts|takeaways)/i;
const BODY = /article-?(?:body|text|content)|entry-content|post-(?:body|content)/i;
const COMMENTS = /comm?ent|komm?ent|disqus|replies|respond|discussion|reacties|yorum/i;
const COOKIES = /cookie|consent|gdpr/i;
const PICTURE = /image|photo|picture|pic-?box|caption|thumb/i;
/** What a click opens. */
const PANEL = /accordion|akkordeon|collaps|toggle|expand|tab-?(?:content|pane)|faq|answer|read-?more/i;
const UNSEEN = /visually-?hidden|sr-only|screen-?reader/i;

const isNamedText = (names: string) => LEAD.test(names) || BODY.test(names);

export const isNamedFurniture = ({ names }: Box): boolean => FURNITURE.test(names) && !isNamedText(names);
export const isNamedLead = ({ names }: Box): boolean => LEAD.test(names) && !FURNITURE.test(names);
export const isNamedComments = ({ names }: Box): boolean => COMMENTS.test(names);
export const isNamedCookies = ({ names }: Box): boolean => COOKIES.test(names);
export const isNamedUnseen = ({ names }: Box): boolean => UNSEEN.test(names);
export const isNamedPanel = ({ names }: Box): boolean => PANEL.test(names);
export const isNamedPicture = ({ names }: Box): boolean => PICTURE.test(names) && !isNamedText(names);
