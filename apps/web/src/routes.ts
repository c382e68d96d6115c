import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { borrowerScreens } from "./borrower/screens.ts";
import { consoleScreens } from "./console/screens.ts";
import type { ScreenEntry } from "./frame/screen.ts";
import { publicScreens } from "./public/screens.ts";
import { visitorScreens } from "./visitor/screens.ts";

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

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/console/sign-in",
  component: lazyRouteComponent(() => import("./console/sign-in/sign-in.tsx"), "SignIn"),
});

const consoleFace = createRoute({
  getParentRoute: () => root,
  path: "/console",
  component: lazyRouteComponent(() => import("./console/frame/console-frame.tsx"), "ConsoleFrame"),
});

/** The screens of a face as routes below it; each loads when it is entered. */
function routesOf(parent: AnyRoute, screens: readonly ScreenEntry[]): AnyRoute[] {
  return screens.map((it) =>
    createRoute({
      getParentRoute: () => parent,
      path: it.path,
      component: lazyRouteComponent(it.load, "Screen"),
    }),
  );
}

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    design,
    signIn,
    consoleFace.addChildren(routesOf(consoleFace, consoleScreens)),
    ...routesOf(root, publicScreens),
    ...routesOf(root, borrowerScreens),
    ...routesOf(root, visitorScreens),
    notFound,
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
});
