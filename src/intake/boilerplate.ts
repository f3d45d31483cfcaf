/** Titles of parts of a page that are not the article. Compared with a whole heading or a short line. */
const unreadTitles =
  /^(comments?( \(\d+\))?|\d+ comments?|(leave|post|add|write) a (comment|reply)|join the (conversation|discussion)|related( (articles?|posts?|stories|reading|links|content|coverage|news|topics|resources))?|(more|also|read) (in|from|on) [\w .'’-]{1,40}|more in the feed|more (stories|news|articles|posts|like this)|(you (may|might) (also )?(like|enjoy|be interested in))|recommended( (for you|reading|articles|stories))?|read (more|next)|up next|what to read next|further reading|see also|keep reading|source reliability|go deeper( with .{1,40})?|about the (author|authors|writer)|author|share( this)?( (article|post|story|page))?|follow us|subscribe|newsletters?|sign up|sign in|log in|most (read|popular|viewed)|popular( (posts|articles|stories|now))?|trending( (now|stories|topics))?|latest (news|posts|stories|articles)|tags|topics|categories|advertisement|sponsored|sponsored content|original article|references|bibliography|citation|bibtex|acknowledge?ments|table of contents|contents|on this page|in this article)\s*:?$/i

/** Single lines that belong to the page and not to the article. Compared with a short line from its start. */
const unreadLines =
  /^(image|images|photo|photos|picture|illustration|graphic|photograph|screenshot|featured image|image credits?|photo credits?|credits?|photo illustration|getty images?)\s*(:|by |courtesy|\/|via )|^(prepared by|written by|edited by|reviewed by|posted (by|on|in)|published (on|by|in)|updated (on|at)|last updated|filed under|tagged|by [A-Z][\w'’-]+ [A-Z][\w'’-]+$)|^(sign (in|up)|log in|create an account|subscribe|join our|join (over )?[\d,]+|get (our|the) (latest|daily|weekly|newsletter)|enter your email|your email|follow us|follow (me|him|her|them) on|share (on|via|this)|tweet this|pin it|copy link|email this|print this|click (here|to)|tap to|read the full|read more|read also|also read|see also|learn more|explore (more|our|all|other|the full)\b|view (all|more|comments)|load more|show more|back to top|skip to|jump to|toggle|menu|home\s*[>›/»]|no comments|be the first to|leave a comment|\d+ comments?\b|you must be logged in|this (article|story|post) (was|is|has been) (originally|first|also|automatically|updated|generated|translated|produced)|originally published|(we|this (site|website)) uses? (cookies|affiliate)|accept (all )?cookies|by (clicking|continuing|signing|subscribing)|cookie|privacy policy|terms of (service|use)|all rights reserved|©|copyright (©|\(c\)|\d{4})|advertisement|sponsored|affiliate|disclosure:|disclaimer:|\d+ min(ute)?s? read|reading time|estimated reading|listen to this|editorial [\w ]{1,40} is an automated|thanks for reading|thank you for reading|have (a )?(tip|news tip)|got a tip|contact (us|the author)|enjoyed this|found this|did you (like|enjoy)|if you (liked|enjoyed|found)|download (our|the) app|correction:|editor['’]s note)|^(facebook|twitter|linkedin|reddit|whatsapp|email|copy link|share|print|telegram|pinterest|bluesky|threads|mastodon)([\s|·•,/]+(facebook|twitter|x|linkedin|reddit|whatsapp|email|copy link|share|print|telegram|pinterest|bluesky|threads|mastodon))*$/i

const reliability = /^\d+% of sources are\b|\bavg\.? reliability\b/i

/** Titles of boxes that say the body again in short. */
const keypointTitles =
  /^((the )?(key|main|core|top|quick) (points?|take-?aways?|facts|findings|insights)|take-?aways?|at a glance|tl;?\s?dr|in (brief|short|a nutshell|summary)|summary|quick (summary|take|verdict|look|read)|executive summary|article summary|the (gist|short version|bottom line|takeaway|quick version)|bottom line|the essentials|conclusions?( in brief)?)\s*:?$/i

const faqTitles =
  /^(faqs?|f\.a\.q\.?|frequently asked questions?|(common|reader|your) questions?( answered)?|questions (and|&) answers|q\s?(&|and)\s?a|people also ask)\b.{0,60}$/i

/** What a heading or short line opens: a box that restates the body, questions and answers, a part that is not the article, or nothing special. */
export function sectionOf(title: string): 'keypoint' | 'faq' | 'boilerplate' | null {
  const text = plainTitle(title)
  if (text.length === 0 || text.length > 100) return null
  if (keypointTitles.test(text)) return 'keypoint'
  if (faqTitles.test(text)) return 'faq'
  if (unreadTitles.test(text)) return 'boilerplate'
  return null
}

/** Whether a line is a share bar, credit, sign-in or cookie line, by-line or the like. Only lines under 200 characters are looked at. */
export function isBoilerplateLine(line: string): boolean {
  if (line.length > 200) return false
  const text = plainTitle(line)
  if (text.length === 0) return true
  return unreadLines.test(text) || reliability.test(text)
}

/** A title without markup, emoji, numbering and closing colon. */
export function plainTitle(title: string): string {
  return title
    .slice(0, 400)
    .replace(/<[^<>]{1,100}>/g, '')
    .replace(/[*_`#\u200b\u00ad]+/g, '')
    .replace(/^[^\p{L}\p{N}©]+/u, '')
    .replace(/^\d{1,2}[.)]\s+/, '')
    .trim()
}
