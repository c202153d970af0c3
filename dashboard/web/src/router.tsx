// Collects the routes. Each page declares its own route in its folder.
import { createRouter } from '@tanstack/react-router';
import { Loading } from './parts/loading';
import { ProblemNotice } from './parts/problem';
import { auditLogRoute } from './pages/audit-log';
import { conversationRoute } from './pages/conversation';
import { conversationsRoute } from './pages/conversations';
import { deliveriesRoute } from './pages/deliveries';
import { homeRoute } from './pages/home';
import { jobPostRoute } from './pages/job-post';
import { jobPostsRoute } from './pages/job-posts';
import { keysRoute } from './pages/keys';
import { membersRoute } from './pages/members';
import { publicationTargetRoute } from './pages/publication-target';
import { requestsRoute } from './pages/requests';
import { secondFactorRoute } from './pages/second-factor';
import { requiredSecondFactorRoute } from './pages/second-factor/required';
import { settingsRoute } from './pages/settings';
import { signInRoute } from './pages/sign-in';
import { signInsRoute } from './pages/sign-ins';
import { singleSignOnRoute } from './pages/single-sign-on';
import { startRoute } from './pages/start';
import { webhookRoute } from './pages/webhook';
import { webhooksRoute } from './pages/webhooks';
import { NotFound, rootRoute } from './root-route';
import { shellRoute } from './shell/route';

const routeTree = rootRoute.addChildren([
  startRoute,
  signInRoute,
  requiredSecondFactorRoute,
  singleSignOnRoute,
  shellRoute.addChildren([
    homeRoute,
    conversationsRoute,
    conversationRoute,
    jobPostsRoute,
    jobPostRoute,
    keysRoute,
    webhooksRoute,
    webhookRoute,
    deliveriesRoute,
    requestsRoute,
    publicationTargetRoute,
    membersRoute,
    settingsRoute,
    signInsRoute,
    secondFactorRoute,
    auditLogRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/app',
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error }) => <ProblemNotice error={error} onRetry={() => location.reload()} />,
  defaultNotFoundComponent: NotFound,
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
