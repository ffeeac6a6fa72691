package io.augstream.image;

import static io.augstream.image.DrawnPictures.samples;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferedImagesTest {
    /** Symptom elsewhere: 128 becomes 188, because getRGB takes gray samples for linear light. */
    @Test
    void everyGrayLevelComesBackAsItWas() {
        byte[] levels = new byte[256];
        for (int i = 0; i < 256; i++) {
            levels[i] = (byte) i;
        }
        Image gray = Image.of(new ImageSize(16, 16), 1, levels);
        BufferedImage buffered = BufferedImages.toBufferedImage(gray);
        assertEquals(BufferedImage.TYPE_BYTE_GRAY, buffered.getType());
        assertEquals(128, buffered.getRaster().getSample(0, 8, 0));
        Image back = BufferedImages.toImage(buffered);
        assertEquals(1, back.channels());
        assertArrayEquals(levels, back.samples());
    }

    @Test
    void coloursAndTransparencyComeBackAsTheyWere() {
        Image rgb = Image.of(new ImageSize(2, 1), 3, new byte[] {1, 2, 3, (byte) 253, (byte) 254, (byte) 255});
        assertArrayEquals(
                rgb.samples(),
                BufferedImages.toImage(BufferedImages.toBufferedImage(rgb)).samples());
        Image rgba = Image.of(new ImageSize(2, 1), 4, new byte[] {1, 2, 3, 0, (byte) 200, 100, 50, 7});
        BufferedImage buffered = BufferedImages.toBufferedImage(rgba);
        assertEquals(0x07c86432, buffered.getRGB(1, 0));
        assertArrayEquals(rgba.samples(), BufferedImages.toImage(buffered).samples());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void redGreenAndBlueKeepTheirOrderInEveryLayout(int type) {
        BufferedImage buffered = new BufferedImage(1, 2, type);
        buffered.setRGB(0, 1, 0xff0a141e);
        Image image = BufferedImages.toImage(buffered);
        assertEquals(10, image.sample(0, 1, 0));
        assertEquals(20, image.sample(0, 1, 1));
        assertEquals(30, image.sample(0, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_ARGB_PRE, BufferedImage.TYPE_4BYTE_ABGR_PRE})
    void premultipliedColoursAreDividedByAlpha(int type) {
        BufferedImage buffered = new BufferedImage(2, 1, type);
        buffered.getRaster().setPixel(0, 0, new int[] {64, 32, 0, 128});
        buffered.getRaster().setPixel(1, 0, new int[] {0, 0, 0, 0});
        assertArrayEquals(new int[] {128, 64, 0, 128, 0, 0, 0, 0}, samples(BufferedImages.toImage(buffered)));
    }

    @Test
    void sixteenBitGrayStaysAsItIsAndIsRoundedWhereEightBitsAreAskedFor() {
        BufferedImage buffered = new BufferedImage(4, 1, BufferedImage.TYPE_USHORT_GRAY);
        int[] levels = {0, 128 * 257, 128 * 257 + 200, 65_535};
        for (int x = 0; x < 4; x++) {
            buffered.getRaster().setSample(x, 0, 0, levels[x]);
        }
        Image image = BufferedImages.toImage(buffered);
        assertArrayEquals(new short[] {0, (short) 32_896, (short) 33_096, -1}, image.shorts());
        assertArrayEquals(new int[] {0, 128, 129, 255}, samples(image.at(Depth.EIGHT_BIT)));
        assertEquals(
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImages.toBufferedImage(image).getType());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void shortsAndFloatsComeBackAsTheyWere(int channels) {
        for (Depth depth : List.of(Depth.SIXTEEN_BIT, Depth.FLOAT)) {
            Image image = DeepPictures.random(depth, 7, 5, channels);
            Image back = BufferedImages.toImage(BufferedImages.toBufferedImage(image));
            assertTrue(image.looksLike(back), depth + " with " + channels + " channels");
        }
    }

    @Test
    void tenBitComponentsReachFullScaleAtSixteen() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                new int[] {10},
                false,
                false,
                ComponentColorModel.OPAQUE,
                DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(3, 1);
        raster.setSamples(0, 0, 3, 1, 0, new int[] {0, 512, 1023});
        Image image = BufferedImages.toImage(new BufferedImage(model, raster, false, null));
        // 512 / 1023 of 65535 is 32799.5…
        assertArrayEquals(new short[] {0, (short) 32_800, -1}, image.shorts());
    }

    @Test
    void premultipliedFloatsAreDividedByAlpha() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                true,
                ComponentColorModel.TRANSLUCENT,
                DataBuffer.TYPE_FLOAT);
        WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
        raster.setPixel(0, 0, new float[] {0.5f, 0.25f, 0, 0.5f});
        raster.setPixel(1, 0, new float[] {0, 0, 0, 0});
        Image image = BufferedImages.toImage(new BufferedImage(model, raster, true, null));
        assertArrayEquals(new float[] {1, 0.5f, 0, 0.5f, 0, 0, 0, 0}, image.floats());
    }

    @Test
    void fiveAndSixBitColoursReachFullScale() {
        BufferedImage buffered = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_565_RGB);
        buffered.getRaster().setPixel(0, 0, new int[] {31, 63, 16});
        assertArrayEquals(new int[] {255, 255, 132}, samples(BufferedImages.toImage(buffered)));
    }

    @Test
    void aPaletteGivesItsColours() {
        byte[] red = {10, 0};
        byte[] green = {20, 0};
        byte[] blue = {30, (byte) 255};
        BufferedImage buffered =
                new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, red, green, blue));
        buffered.getRaster().setSample(1, 0, 0, 1);
        assertArrayEquals(new int[] {10, 20, 30, 0, 0, 255}, samples(BufferedImages.toImage(buffered)));
    }

    @Test
    void aTransparentPaletteEntryGivesAFourthChannel() {
        byte[] level = {0, 100};
        BufferedImage buffered = new BufferedImage(
                2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, level, level, level, 0));
        buffered.getRaster().setSample(1, 0, 0, 1);
        assertArrayEquals(new int[] {0, 0, 0, 0, 100, 100, 100, 255}, samples(BufferedImages.toImage(buffered)));
    }

    @Test
    void blackAndWhiteIsGray() {
        BufferedImage buffered = new BufferedImage(9, 1, BufferedImage.TYPE_BYTE_BINARY);
        buffered.getRaster().setSample(8, 0, 0, 1);
        Image image = BufferedImages.toImage(buffered);
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 0, 0, 0, 255}, samples(image));
    }

    @Test
    void grayWithAlphaBecomesFourChannels() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                ComponentColorModel.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 1, 1, 2, null);
        raster.setPixel(0, 0, new int[] {128, 40});
        Image image = BufferedImages.toImage(new BufferedImage(model, raster, false, null));
        assertArrayEquals(new int[] {128, 128, 128, 40}, samples(image));
    }

    @Test
    void aPartOfALargerImageGivesItsOwnPixels() {
        BufferedImage whole = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        whole.getRaster().setSample(2, 3, 0, 77);
        Image part = BufferedImages.toImage(whole.getSubimage(2, 2, 2, 2));
        assertArrayEquals(new int[] {0, 0, 77, 0}, samples(part));
    }
}
