package io.augstream.run;

import io.augstream.dataset.Batch;
import io.augstream.dataset.CleanBatches;
import io.augstream.dataset.DataException;
import io.augstream.dataset.DataSettings;
import io.augstream.dataset.ImageShape;
import io.augstream.dataset.Normalisation;
import io.augstream.dataset.NormalisationChoice;
import io.augstream.dataset.Preparation;
import io.augstream.dataset.Sample;
import io.augstream.dataset.Split;
import io.augstream.dataset.Whitening;
import io.augstream.dataset.WhiteningChoice;
import io.augstream.image.Channels;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.nn.Kernels;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Loss;
import io.augstream.nn.Network;
import io.augstream.settings.SettingsException;
import io.augstream.train.Checkpoint;
import io.augstream.train.NetworkSettings;
import io.augstream.train.Score;
import io.augstream.train.Scorer;
import io.augstream.train.TestTimeAugmentation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A network with the weights of a training, and all that its images and answers need. Use it on one thread. */
public final class TrainedNetwork implements AutoCloseable {
    private final Network network;
    private final RunRecord record;
    private final Preparation preparation;
    private final Loss loss;
    private final TestTimeAugmentation views;

    private TrainedNetwork(
            Network network, RunRecord record, Preparation preparation, Loss loss, TestTimeAugmentation views) {
        this.network = network;
        this.record = record;
        this.preparation = preparation;
        this.loss = loss;
        this.views = views;
    }

    /**
     * @param file its network and {@code data.prepare} are read, and no image
     * @param weights a checkpoint of a {@link TrainingRun}
     * @param threads of the network; they show in no result
     * @param views of each image over which the answers are averaged
     * @throws io.augstream.train.safetensors.SafetensorsException if the weights cannot be read
     * @throws SettingsException if the file says another normalisation or whitening than theirs
     * @throws io.augstream.train.CheckpointException if they are of another network
     */
    public static TrainedNetwork load(TrainingFile file, Path weights, int threads, TestTimeAugmentation views) {
        Checkpoint checkpoint = Checkpoint.read(weights);
        RunRecord record = RunRecord.from(checkpoint, weights.toString());
        requireNormalisation(file.data(), record, weights);
        requireWhitening(file.data(), record, weights);
        List<LayerSpec> layers = NetworkSettings.from(
                file.network(), record.image(), record.classes().size());
        Network network = Network.create(layers, record.image(), record.seed(), Kernels.selected(), threads);
        try {
            checkpoint.loadInto(network);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
        return new TrainedNetwork(
                network, record, file.data().preparation(), file.train().loss().forScoring(), views);
    }

    /** What the loss is called in a pipeline file. */
    public String loss() {
        return loss.kind();
    }

    /** The names; a label is an index into them. */
    public List<String> classes() {
        return record.classes();
    }

    /**
     * Scores a split on clean images.
     *
     * @throws DataException if the split is empty, an image cannot be read, or classes or images are not those of the
     *     training
     */
    public Evaluation evaluate(DataSettings data, Split split) {
        List<Sample> samples = TrainingData.split(data, classes(), split, record.seed());
        samples.forEach(sample -> require(sample.id(), sample.source().read()));
        ConfusionMatrix confusion = new ConfusionMatrix(classes().size());
        Score score = Scorer.score(
                network,
                new CleanBatches(samples, record.input(), TrainingImages.scoringBatch(record.image())),
                loss,
                views,
                confusion::add);
        return new Evaluation(samples.size(), score, confusion);
    }

    /**
     * How sure the network is of each class, likeliest first.
     *
     * @param name what errors call the image
     * @throws DataException if the image, prepared, is not of the network's size, or its outputs overflow
     */
    public List<ClassShare> classify(String name, Image image) {
        Image prepared = preparation.read(new Sample(name, Sample.UNLABELLED, () -> image));
        require(name, prepared);
        float[] pixels = new float[record.image().size()];
        record.input().write(prepared, pixels, 0);
        Batch batch = new Batch(
                pixels,
                new int[] {Sample.UNLABELLED},
                record.image().width(),
                record.image().height(),
                record.image().channels());
        List<ClassShare> shares =
                ClassShare.of(views.outputs(network, batch), 0, classes().size());
        if (shares.stream().anyMatch(share -> Double.isNaN(share.share()))) {
            throw new DataException(
                    name + ": the network's outputs are no finite numbers: its weights are too large for it");
        }
        return shares;
    }

    /** The weights' own normalisation is used whatever the file says; so it may not say another. */
    private static void requireNormalisation(DataSettings data, RunRecord record, Path weights) {
        Normalisation own = record.input().normalisation();
        boolean same = true;
        if (data.normalisation() instanceof NormalisationChoice.Given given) {
            same = given.normalisation().equals(own);
        } else if (data.normalisation() instanceof NormalisationChoice.ScaleOnly) {
            same = Normalisation.scaleOnly(own.channels()).equals(own);
        }
        if (!same) {
            throw new SettingsException("data.prepare.normalise: is another than that of " + weights + " (mean "
                    + own.mean() + ", std " + own.std() + "); leave it out, for the weights bring their own");
        }
    }

    private static void requireWhitening(DataSettings data, RunRecord record, Path weights) {
        if (!(data.whitening() instanceof WhiteningChoice.Zca zca)) {
            return;
        }
        Optional<Double> own = record.input().whitening().map(Whitening::epsilon);
        if (own.filter(epsilon -> epsilon == zca.epsilon()).isEmpty()) {
            throw new SettingsException("data.prepare.whiten: is zca of epsilon " + zca.epsilon() + ", but " + weights
                    + own.map(epsilon -> " has epsilon " + epsilon).orElse(" has none")
                    + "; leave it out, for the weights bring their own");
        }
    }

    private void require(String name, Image image) {
        ImageShape wanted = new ImageShape(
                new ImageSize(record.image().width(), record.image().height()),
                record.image().channels());
        ImageShape found = ImageShape.of(image);
        if (!found.equals(wanted)) {
            throw new DataException(name + ": " + words(found) + ", but the network was trained on " + words(wanted)
                    + "; data.prepare must make it so (resize, crop, channels)");
        }
    }

    private static String words(ImageShape shape) {
        return shape.size() + " with " + Channels.words(shape.channels());
    }

    @Override
    public void close() {
        network.close();
    }
}
