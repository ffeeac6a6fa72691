package io.augstream.lab.compare;

import java.nio.file.Path;

/**
 * An experiment as it lies in its folder.
 *
 * @param label what it is called beside others
 * @param path as it was given: the folder, or the report.json
 * @param sha256 of the report.json: two runs never write the same, for it holds when they began and how long they took
 */
record FinishedRun(String label, Path path, String sha256, RunReport report, KeptPipeline pipeline) {
    FinishedRun called(String other) {
        return new FinishedRun(other, path, sha256, report, pipeline);
    }
}
