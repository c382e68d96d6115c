import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";

/** Every face loads only when it is entered; each has its own table of screens. */
const root = createRootRoute();

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("./public/home/home.tsx"), "Home"),
});

const design = createRoute({
  getParentRoute: () => root,
  path: "/design",
  component: lazyRouteComponent(() => import("./public/design-page/design-page.tsx"), "DesignPage"),
});

const notFound = createRoute({
  getParentRoute: () => root,
  path: "$",
  component: lazyRouteComponent(() => import("./public/home/not-found.tsx"), "NotFound"),
});

export const router = createRouter({
  routeTree: root.addChildren([home, design, notFound]),
  defaultPreload: "intent",
  scrollRestoration: true,
});
