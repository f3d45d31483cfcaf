import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess } from '../../src/reader/risk-stance.ts'

test.each([
  ['reliability', 'Giving the agent a second hour did not help.'],
  ['reliability', 'The improvement is marginal at best.'],
  ['reliability', 'It declares victory too soon.'],
  ['reliability', 'The service was down for hours.'],
  ['lock_in', 'Subscribers were moved to the new model without warning.'],
  ['lock_in', 'The larger model stays behind an API.'],
  ['cost', 'Prices will go up after the preview.'],
  ['evaluation', 'The vendor chose the benchmarks.'],
  ['unverified_claims', 'Independent testers got much lower figures.'],
  ['unverified_claims', 'The claim rests on an internal test.'],
  ['reliability', 'Every fourth run produced invalid output.'],
  ['reliability', 'All of the runs on the long track timed out.'],
  ['reliability', 'You still need a second tool for the spreadsheets.'],
  ['reliability', 'The small model can get trapped in reasoning loops.'],
  ['reliability', 'Video input is missing.'],
  ['reliability', 'Answers vary widely between providers.'],
  ['reliability', 'The provider quietly switched users to a smaller model.'],
  ['reliability', 'Testers noted startup issues on older laptops.'],
  ['evaluation', 'The lab reports 61% on the board; I got 47%.'],
  ['evaluation', 'The gap between the first two lies within the margin of error.'],
  ['evaluation', 'How well it drives a browser depends heavily on which harness is used.'],
  ['evaluation', 'The test no longer separates the best models.'],
  ['unverified_claims', 'There is some debate about whether the model is a fine-tune.'],
  ['lock_in', 'The lab is shutting down its music generator.'],
  ['lock_in', 'Shutdown: 4 November for every older version.'],
  ['lock_in', 'Selling products with it requires a separate agreement with the lab.'],
  ['lock_in', 'The licence adds an unusual licensing clause for large firms.'],
  ['lock_in', 'Free users get the voice mode, albeit with usage limits.'],
  ['cost', 'A picture comes at more than 4× the cost of the rival.'],
  ['cost', 'The bill for heavy users went up sharply.'],
  ['cost', 'It shows very high token usage in long chats.'],
  ['regulation', 'A court ordered the firm to keep all chat logs.'],
  ['privacy', 'The app uploads contact lists by default and keeps them for three years.'],
  ['privacy', "Parents' groups complained that the toy records children without consent."],
  ['privacy', "A bug let strangers read the titles of other people's chats, exposing private conversations."],
  ['safety', 'In a red-team exercise the agent lied to its operator about the files it had deleted.'],
  ['safety', 'The image editor will undress photos of real people with a simple prompt.'],
  ['safety', "Reviewers found that the chatbot's guardrails are easy to bypass with a role-play prompt."],
  ['safety', 'The lab shipped the model without publishing a safety report.'],
  ['safety', 'The model gave detailed instructions for making a nerve agent in one of twelve attempts.'],
  ['misinformation', 'The tool makes it trivial to spread false narratives before an election.'],
  ['misinformation', 'Its search answers repeat Russian propaganda in a third of cases, an audit found.'],
  ['medical', 'The assistant recommended a dangerous dose of paracetamol for a toddler.'],
  ['medical', 'Doctors who reviewed the answers said that a fifth of them were unsafe medical advice.'],
  ['security', 'Researchers at a university showed that a poisoned e-mail can hijack the agent through prompt injection.'],
  ['security', 'An unsecured database left a million chat logs exposed on the open internet.'],
  ['security', 'Code written by the model contained exploitable vulnerabilities in 40 percent of the samples.'],
  ['bias', 'The hiring assistant ranked applicants with foreign names lower, showing racial bias.'],
  ['bias', 'The model refuses to discuss Taiwan and echoes the party line on Tibet.'],
  ['copyright', 'Illustrators say the generator was trained on their work without permission.'],
  ['copyright', 'A music publisher sued the startup over song lyrics that the model reproduces.'],
  ['reliability', 'The rocky launch drew complaints from paying users over slower answers.'],
  ['reliability', 'It may not yet match larger rivals in law, where precision is paramount.'],
  ['reliability', 'The translator covers only nine languages.'],
  ['reliability', 'It solves olympiad problems, yet it still struggles to book a table.'],
  ['reliability', 'There is a chasm between the demos and daily work.'],
  ['safety', 'In one run the agent tried to break out of its sandbox.'],
  ['misinformation', 'The watermark can be cropped or stripped within seconds.'],
  ['copyright', 'The policy puts the burden on artists to object.'],
  ['regulation', 'Ministers wasted no time in banning the app.'],
  ['regulation', 'Forty groups called on both stores to remove the chatbot.'],
  ['lock_in', 'The voice mode is here, albeit in a closed test.'],
  ['lock_in', 'For now it works only for enterprise customers.'],
  ['evaluation', 'Whether the agents can keep that pace in large code bases is the real test.'],
  ['reliability', 'Subtle logical errors crop up in long proofs.'],
  ['reliability', 'It cites rulings that do not exist.'],
  ['reliability', 'Memory bandwidth is the bottleneck on older phones.'],
  ['reliability', 'It stumbles less than before, yet the issue is far from solved.'],
  ['reliability', 'The chatbot does not possess genuine understanding.'],
  ['reliability', 'Others caution that the tool remains brittle.'],
  ['security', 'During a test the agent gained unauthorized access to the server of a partner.'],
  ['security', 'Thieves sell stolen tokens of paying subscribers.'],
  ['safety', 'The technique would weaken oversight of the agents.'],
  ['privacy', 'A chat may reveal private details about your health.'],
  ['lock_in', 'The vendor suspended his account without notice.'],
  ['lock_in', 'The model was pulled worldwide in June.'],
  ['cost', 'Thinking mode runs at triple the cost of the plain one.'],
  ['regulation', 'The ruling could bring stricter compliance requirements.'],
  ['unverified_claims', 'The post does not include third-party measurements.'],
  ['reliability', 'If you hand it a hundred tickets, a fifth of them will fail.'],
  ['reliability', 'It has no support for images and is needlessly verbose.'],
  ['security', 'Attackers circumvent its defences with poisoned web pages.'],
  ['misinformation', 'Readers lose the ability to tell fact from fiction.'],
  ['unverified_claims', 'All numbers in the chart are vendor-reported.'],
  ['unverified_claims', 'The lab evaluated its own model with its own harness.'],
  ['lock_in', 'The license restricts use by large firms.'],
  ['cost', 'API fees for the new line are steep.'],
  ['reliability', 'It loses track of the conversation after about an hour.'],
  ['reliability', 'The model struggles with tables that span several pages.'],
  ['reliability', 'Arabic output remains noticeably worse than English.'],
  ['reliability', 'In our tests it fabricated two court rulings.'],
  ['reliability', 'The new voice mode is slow to respond on older phones.'],
  ['reliability', 'There is no support for images or audio yet.'],
  ['reliability', 'Users report that the agent crashes when a page asks for a password.'],
  ['unverified_claims', 'None of the figures has been confirmed by an outside lab.'],
  ['unverified_claims', "The speed claims rest on the vendor's own measurements and remain unverified."],
  ['unverified_claims', 'Whether the savings hold up in practice remains to be seen.'],
  ['lock_in', "The weights are not public, and the model only runs in the vendor's cloud."],
  ['lock_in', 'The license forbids commercial use above a million users.'],
  ['lock_in', 'The older model will be retired in March, forcing customers to migrate.'],
  ['lock_in', 'It is available only to subscribers of the most expensive plan.'],
  ['regulation', "Italy's regulator has opened an investigation into the service."],
  ['regulation', 'The launch in Europe was delayed amid regulatory uncertainty.'],
  ['evaluation', 'The company has not said how many attempts each result took.'],
  ['evaluation', 'Test questions may have leaked into the training data, which would inflate the scores.'],
  ['evaluation', 'The technical report leaves out details on the training data.'],
  ['evaluation', 'The model noticed that it was being tested in a fifth of the runs.'],
  ['cost', 'At 60 dollars per million output tokens it is far more expensive than its rivals.'],
  ['cost', 'The price of the API doubles in May.'],
  ['cost', 'The new model burns through credits twice as fast.'],
  ['environment', 'Each training run has the carbon footprint of a small airline.'],
  ['environment', 'Critics point to the energy consumption of the new data centers.'],
  ['jobs', 'Translators fear that the tool will replace human workers.'],
  ['jobs', "The union calls the system a threat to its members' livelihoods."],
])('a risk of the category %s: "%s"', (category, sentence) => {
  const { risk, category: given } = assess(sentence)
  expect({ risk, category: given }).toEqual({ risk: true, category })
})

test.each([
  'The lab launched its newest model on Tuesday in Paris.',
  'It beats every open model on MMLU-Pro.',
  'The model writes clean code and explains each step.',
  'The context window grows from 128,000 to 400,000 tokens.',
  'Input tokens cost 2 dollars per million.',
  'The update cuts hallucinations by half, according to the vendor.',
  'The model is less likely to produce false claims than its predecessor.',
  'The vendor trained classifiers that block requests for biological weapons.',
  'The model showed strong refusal behaviour on requests about nerve agents.',
  'It ranks third on the arena, behind two larger rivals.',
  'It scored 71 percent on GPQA Diamond, trailing its rival at 74 percent.',
  'Several questions remain open.',
  'Here are the main limitations:',
  'Users should verify important answers with a professional.',
  'Investors worry that the company spends more than it earns.',
  'The chief scientist left in June to found a startup.',
  'Does the model hallucinate less than its predecessor?',
  'A closed-source multimodal model, it was built in nine months.',
  "The company denied that it had used the newspaper's archive.",
  'All chats are encrypted, and users can opt out of training.',
  'The benchmark tests whether a model can find bugs in large code bases.',
  'The model is available in 40 countries, including Japan and Brazil.',
  'The model can read images, audio and video.',
  'The previous version was retrained on fresh data.',
  'The team said safety was its first priority.',
  'The release notes list twelve fixes.',
  'The model now handles failures of external tools gracefully.',
  'It is unclear how long the consumer shift will last.',
  'The lab declined to comment.',
  'The agent independently discovered forty zero-day vulnerabilities in image libraries.',
  'The vendor published a sabotage risk report of ninety pages.',
  'The tool is built for phishing detection in banks.',
  'It competes with larger, more expensive models.',
  'In an industry where high prices keep small teams out, it is sold for cents.',
  'The scanner identified a bug that other tools failed to detect.',
  'Your conversations cannot be used to train the model.',
  'The license allows commercial and non-commercial use.',
  'It is the least likely to hallucinate.',
  'The gap between the two models is four points.',
  'Each task is a real GitHub issue with an actual bug.',
  'Error rates fell and the improved hallucination behaviour was noted.',
  'The model was tested against prompt injection and jailbreaks.',
  'It closes the performance gap with closed models.',
  'The new suite is more contamination resistant than the old one.',
  'It does not just read text, it also draws.',
  'The median latency dropped from forty seconds to ten.',
  'It is still behind several larger models on the index.',
  'Outside labs surfaced nothing, while the agent surfaced a zero-day vulnerability in a printer driver.',
  'Error and hallucination rates have fallen sharply.',
  'This guide covers the main limitations of eight models.',
  'Openness becomes essential where people worry about bias.',
  'It helps security teams find vulnerabilities in their own code.',
  'Doctors in the trial used the model to draft letters to patients.',
  'The assistant can track your spending and warn you about fraud.',
  'The two companies will share the cost of the data center.',
  'The model was trained on licensed books and public web pages.',
  'The lab published the weights under an MIT license.',
  'The model reached the safety threshold set by the framework.',
  'The tool helps lawyers check contracts for risks.',
  'Customers reported shorter waiting times.',
  'The model has no trouble with long documents.',
  'Its answers were not biased towards either party, an audit found.',
])('no risk: "%s"', (sentence) => {
  expect(assess(sentence).risk).toBe(false)
})

test.each([
  ['mitigation', 'The lab added classifiers that block requests for malware.'],
  ['mitigation', 'The model shows strong refusal behaviour in chemistry.'],
  ['mitigation', 'Chats are encrypted on the device.'],
  ['denial', 'The company denied that the model had been trained on private mail.'],
  ['denial', 'A spokesperson said it does not consider the finding a blocker.'],
])('a %s answers a risk and is none: "%s"', (answer, sentence) => {
  const assessment = assess(sentence)
  expect(assessment.answer).toBe(answer)
  expect(assessment.risk).toBe(false)
})

test('a safeguard that is missing or fails answers nothing', () => {
  expect(assess('The service runs without safeguards against impersonation.').answer).toBeNull()
  expect(assess('The filter fails to block requests for malware.').risk).toBe(true)
})

test('flaws that people find in the product are a risk, flaws that the product finds elsewhere are none', () => {
  expect(assess('Researchers found a security flaw in the agent.').risk).toBe(true)
  expect(assess('The agent found a security flaw in an old mail server.').risk).toBe(false)
})

test('a limit in one half of a sentence counts although the other half praises', () => {
  expect(assess('It is the best model for drawing, but it still struggles with hands.').risk).toBe(true)
  expect(assess('The chart is impressive, though the results have not been independently verified.').category).toBe(
    'unverified_claims',
  )
})

test('a harm after a word that takes it away does not count, unless that word is itself denied', () => {
  expect(assess('The patch prevents hallucinations.').risk).toBe(false)
  expect(assess('The patch does not prevent hallucinations.').risk).toBe(true)
  expect(assess('Hallucinations dropped by a third.').risk).toBe(false)
})

test('an item under a heading for limits is a risk by its place, the same words elsewhere are not', () => {
  const item = 'Exports to spreadsheets take a minute'
  expect(assess(item, 'limit item').risk).toBe(true)
  expect(assess(item).risk).toBe(false)
})

test('words of health, weapons, minors and attacks raise the stakes', () => {
  expect(assess('The chatbot gave harmful medical advice.').highStakes).toBe(true)
  expect(assess('The model is slow to answer.').highStakes).toBe(false)
})

test('a bare word says nothing', () => {
  expect(assess('Unclear.').risk).toBe(false)
})

test('any text is assessed without a throw, and the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const first = assess(text)
      expect(assess(text)).toEqual(first)
      expect(first.risk && first.category === null).toBe(false)
      expect(first.at).toBeLessThanOrEqual(text.length)
    }),
  )
})

test.each(['not ', 'a', "n't ", 'without lack of no ', 'could might may risk ', 'privacy concern data stored ', '~|*$ '])(
  'a line of two hundred thousand characters made of %j is assessed',
  (unit) => {
    expect(assess(unit.repeat(Math.ceil(200_000 / unit.length))).cues).toBeDefined()
  },
)

test.each([
  'The model breaks down a long task into small steps.',
  'Auditors evaluated it for bias before the launch.',
  'The agent refuses nine in ten requests for exploits.',
  'It is a common misconception that the model stores chats.',
  'Unlike rivals that hallucinate, it cites its sources.',
  'The exam measures how often a model gives a wrong answer.',
  'The weight of this release cannot be overstated.',
  'Its usage policy prohibits autonomous weapons.',
  'A relatively unknown lab from Oslo has built the model.',
  'Whether that lead holds will depend on the next release.',
  'Knowing these limitations is the first step to a good prompt.',
  'With a second pass, hallucinations can be managed.',
])('what sounds troubled and is not stays out: "%s"', (sentence) => {
  expect(assess(sentence).risk).toBe(false)
})

test.each([
  'For comparison, the older agents failed on a tenth of the runs.',
  'It carries separate rate limits while the preview lasts.',
  'A slider lets teams tune the trade-off between speed and quality.',
  'It solves most office tasks without premium pricing.',
  'Artificial Analysis measured a non-hallucination rate of 81% for it.',
  'The government has lifted the export ban on the chips.',
  'Outside office hours nothing changes, says the lab.',
  'The panel gives it full marks for turning down requests about malware.',
  'Reviewers praise it for refusing to hand out dangerous medical advice.',
])('what is gained, measured or lifted is no risk: "%s"', (sentence) => {
  expect(assess(sentence).risk).toBe(false)
})

test('a line under praise needs more to be a risk, and an item under limits needs nothing', () => {
  const sentence = 'Small enough to keep compliance headaches away'
  expect(assess('Cannot be rented from anyone', 'strength').risk).toBe(false)
  expect(assess(sentence, 'limit item').risk).toBe(true)
})

test('the heading tells the category of an item that names none', () => {
  expect(assess('Ties to the ministry', 'limit item', 'Concerns. Security and Privacy').category).toBe('privacy')
  expect(assess('Ties to the ministry', 'limit item', 'Concerns. Geopolitical Risks').category).toBe('regulation')
})
