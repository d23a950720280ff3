package dev.tundish.api.http;

import java.util.List;

/** A capability's part of the table of rights. */
public interface Routes {

    List<Route> routes();
}
