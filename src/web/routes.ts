/**
 * Every route of the web process: the one list. A screen exports its routes (path, access rule, handlers) and stands
 * here by name; what is not here is not served. tests/browser/access.test.ts asks for each of them as every role.
 */
import { aboutYouRoutes } from './about-you/about-you-routes.js';
import { contacts } from './api/contacts.js';
import { notifyDeliveries, notifyReturnedLetters } from './api/notify.js';
import { openapi } from './api/openapi.js';
import { behaviourRoutes } from './behaviour/behaviour-routes.js';
import { bundleRoutes } from './bundles/bundle-routes.js';
import { callBackRoutes } from './call-backs/call-back-routes.js';
import { caseRoutes } from './cases/case-routes.js';
import { compensationRoutes } from './compensation/compensation.js';
import { dashboardRoutes } from './figures/dashboard-routes.js';
import { givenRoutes } from './given/given-routes.js';
import { hazardList } from './hazards/list.js';
import { importRoutes } from './imports/import-routes.js';
import { improvementRoutes } from './improvements/improvement-routes.js';
import { measuresRoutes } from './measures/measures-routes.js';
import { ombudsmanRoutes } from './ombudsman/ombudsman-routes.js';
import { holds } from './outgoing/holds.js';
import { toMakeList } from './outgoing/to-make.js';
import { toPrint } from './outgoing/to-print.js';
import { oversightCases, oversightMoved } from './oversight/cases.js';
import { packsRoutes } from './packs/packs-routes.js';
import { policyPageRoutes } from './policy-pages/policy-page-routes.js';
import { postRoutes } from './post/post-routes.js';
import { promiseRoutes } from './promises/promise-routes.js';
import { accessibility } from './public/accessibility.js';
import { brand } from './public/brand.js';
import { followRoutes } from './public/case/follow-routes.js';
import { complainRoutes } from './public/complain/complain-routes.js';
import { deadlines } from './public/deadlines.js';
import { firstLandlord } from './public/first-landlord.js';
import { publishedDocument } from './public/published-document.js';
import { publishedList } from './public/published-list.js';
import { demonstrationSignIn, signIn } from './public/sign-in.js';
import { askedRoutes } from './public/site/asked/asked-routes.js';
import { doorRoutes } from './public/site/doors/door-routes.js';
import { policyRoutes } from './public/site/policies/policy-routes.js';
import { youSaidWeDid } from './public/site/you-said-we-did.js';
import { welcomeLink } from './public/welcome-link.js';
import { answerPost } from './public-posts/answer-post.js';
import { logPublicPost } from './public-posts/log-public-post.js';
import { reportsRoutes } from './reports/reports-routes.js';
import { assessmentRoutes } from './self-assessment/assessment-routes.js';
import { evidenceRoutes } from './self-assessment/evidence-routes.js';
import { readingRoutes } from './self-assessment/read/reading-routes.js';
import { settingsRoutes } from './settings/settings-routes.js';
import { sharingRoutes } from './sharing/sharing-routes.js';
import { alarms } from './staff/alarms.js';
import { arrivals } from './staff/arrivals.js';
import { home } from './staff/home.js';
import { logContact } from './staff/log-contact.js';
import { oneArrival } from './staff/one-arrival.js';
import { queue } from './staff/queue.js';
import { search } from './staff/search.js';
import { signOut } from './staff/sign-out.js';
import { stillHere } from './staff/still-here.js';
import { lookAtSurvey } from './surveys/look-at-survey.js';
import { sendSurvey } from './surveys/send-survey.js';
import { themeRoutes } from './themes/theme-routes.js';
import type { AnyRoute } from './visit.js';

export const routes: readonly AnyRoute[] = [
  // Anybody
  ...brand,
  ...accessibility,
  ...deadlines,
  ...signIn,
  ...demonstrationSignIn,
  ...welcomeLink,
  ...firstLandlord,
  ...publishedList,
  ...publishedDocument,
  // Residents
  ...doorRoutes,
  ...followRoutes,
  ...askedRoutes,
  ...policyRoutes,
  ...complainRoutes,
  // Programs
  ...contacts,
  ...notifyDeliveries,
  ...notifyReturnedLetters,
  ...openapi,
  // Staff
  ...signOut,
  ...stillHere,
  ...home,
  ...alarms,
  ...arrivals,
  ...oneArrival,
  ...callBackRoutes,
  ...sendSurvey,
  ...lookAtSurvey,
  ...logPublicPost,
  ...answerPost,
  ...logContact,
  ...queue,
  ...search,
  ...postRoutes,
  ...toPrint,
  ...toMakeList,
  ...holds,
  ...caseRoutes,
  ...bundleRoutes,
  ...compensationRoutes,
  ...behaviourRoutes,
  ...aboutYouRoutes,
  // Putting right
  ...ombudsmanRoutes,
  ...promiseRoutes,
  ...hazardList,
  // Figures
  ...dashboardRoutes,
  ...oversightMoved,
  ...oversightCases,
  ...improvementRoutes,
  ...themeRoutes,
  ...sharingRoutes,
  ...youSaidWeDid,
  // Figures
  ...givenRoutes,
  ...importRoutes,
  ...measuresRoutes,
  // The self-assessment
  ...assessmentRoutes,
  ...evidenceRoutes,
  ...readingRoutes,
  // Reports
  ...packsRoutes,
  ...reportsRoutes,
  // Administrators
  ...settingsRoutes,
  ...policyPageRoutes,
];
